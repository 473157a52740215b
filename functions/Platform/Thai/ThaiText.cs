using System.Globalization;
using System.Text;

namespace CddFunctions.Platform.Thai;

/// <summary>One spelling for text that looks the same (docs/rules.md 4, normalisation). Normalise before storing or comparing.</summary>
public static class ThaiText
{
    /// <summary>
    /// NFC, with Thai vowels and tone marks in writing order, invisible characters removed, and every run of white space
    /// (no-break spaces and line breaks too) as one space. Lone surrogates become U+FFFD. Applying it twice changes nothing.
    /// </summary>
    public static string Normalise(string text) => IsNormal(text) ? text : NormaliseFully(text);

    /// <summary>Normalises without the short cut of <see cref="IsNormal"/>, which must never give another result.</summary>
    internal static string NormaliseFully(string text) =>
        // Never NFKC: it takes sara am apart. NFC again at the end: reordered marks must still be NFC.
        ThaiMarks.Repair(OneSpaced(text).Normalize(NormalizationForm.FormC)).Normalize(NormalizationForm.FormC);

    /// <summary>As <see cref="Normalise"/>, line by line: for comments and other texts of several lines.</summary>
    public static string NormaliseLines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Normalise)).Trim('\n');

    /// <summary>True when nothing of the text can be seen: no letter, digit, punctuation or symbol.</summary>
    public static bool IsBlank(string text) =>
        !Normalise(text).EnumerateRunes().Any(r => Rune.IsLetterOrDigit(r) || Rune.IsPunctuation(r) || Rune.IsSymbol(r));

    /// <summary>Written characters: a consonant with its vowel and tone marks is one, and so is a line break.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>
    /// For comparing names: normalised, Thai digits as ASCII, lower case, letters, marks and digits only. Never shown.
    /// ฯ counts as punctuation.
    /// </summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in ThaiDigits.ToAscii(Normalise(text)).EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if ((Rune.IsLetterOrDigit(rune) || isMark) && rune.Value != 'ฯ')
                key.Append(Rune.ToLowerInvariant(rune));
        }

        return key.ToString();
    }

    /// <summary>The first <paramref name="graphemes"/> written characters: a vowel or tone mark is never cut from its consonant.</summary>
    public static string Clip(string text, int graphemes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(graphemes);
        var end = 0;
        for (; graphemes > 0 && end < text.Length; graphemes--)
            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));

        return text[..end];
    }

    /// <summary>
    /// True only for text that normalising leaves as it is: Thai and ASCII, single spaces, marks in order. Nearly all text is so, and
    /// asking the Unicode library took a third of the time of a hand-in.
    /// </summary>
    private static bool IsNormal(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isNormal = text[i] switch
            {
                ' ' => i > 0 && i < text.Length - 1 && text[i - 1] != ' ',
                > ' ' and < '\u007F' => true,
                >= '\u0E01' and <= '\u0E5B' => ThaiMarks.IsInPlace(text, i),
                _ => false,
            };
            if (!isNormal)
                return false;
        }

        return true;
    }

    private static string OneSpaced(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else if (!IsInvisible(rune))
            {
                result.Append(rune);
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    /// <summary>
    /// Soft hyphen, zero-width and direction marks, BOM, letters that are drawn as nothing (Hangul fillers, the empty braille cell),
    /// tags, control characters and noncharacters (not legal in XML).
    /// </summary>
    private static bool IsInvisible(Rune rune) =>
        rune.Value switch
        {
            0x00AD or 0x034F or 0x061C or 0x180E or 0xFEFF or 0xFFFE or 0xFFFF => true,
            0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 => true,
            (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE0FFF) => true,
            >= 0x200B and <= 0x200F => true,
            >= 0x202A and <= 0x202E => true,
            >= 0x2060 and <= 0x206F => true,
            _ => Rune.IsControl(rune),
        };
}
