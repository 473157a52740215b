using System.Globalization;
using System.Text;

namespace CddFunctions.Platform.Thai;

/// <summary>Puts the marks of each Thai consonant in writing order: NFC leaves most of them as typed.</summary>
internal static class ThaiMarks
{
    private const char Nikhahit = '\u0E4D';
    private const char SaraAa = '\u0E32';
    private const char SaraAm = '\u0E33';

    /// <summary>เเ → แ; ํ + า → ำ, with or without a tone mark between; tone mark before ำ and after every other vowel mark;
    /// each mark once.</summary>
    public static string Repair(string text)
    {
        var source = text.Replace("\u0E40\u0E40", "\u0E41", StringComparison.Ordinal);
        var result = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; )
        {
            var end = EndOf(source, i, IsMark);
            var marks = source[i..end];
            i = end;
            // Marks around ำ are moved only behind a consonant, so that repairing a text twice changes nothing more.
            var hasConsonant = result.Length > 0 && IsConsonant(result[^1]);
            if (hasConsonant && EndsInSaraAm(source, end, marks))
            {
                i = EndOf(source, end + 1, IsTone);
                AppendOrdered(result, marks.Replace(Nikhahit.ToString(), "", StringComparison.Ordinal) + source[(end + 1)..i]);
                result.Append(SaraAm);
                continue;
            }

            AppendOrdered(result, marks);
            if (i < source.Length)
                result.Append(source[i++]);
        }

        return result.ToString();
    }

    /// <summary>
    /// True when <see cref="Repair"/> and NFC surely leave this Thai character where it is: one vowel mark and one other mark at most, in
    /// this order, on a consonant. False means only that the text has to be repaired to know.
    /// </summary>
    public static bool IsInPlace(string text, int at)
    {
        var c = text[at];
        var before = at > 0 ? text[at - 1] : ' ';
        if (!IsMark(c))
            return c is not ('\u0E3B' or '\u0E3C' or '\u0E3D' or '\u0E3E') && !(c == '\u0E40' && before == '\u0E40');
        if (c == Nikhahit)
            return false;

        return IsConsonant(before) || (!IsVowel(c) && IsVowel(before) && at > 1 && IsConsonant(text[at - 2]));
    }

    /// <summary>Can a Thai word begin with it? Marks and vowels that follow a consonant cannot.</summary>
    public static bool CanBegin(char c) => !IsMark(c) && c is not ('ะ' or SaraAa or SaraAm or 'ๅ' or 'ๆ' or 'ฯ');

    private static bool EndsInSaraAm(string text, int at, string marks) =>
        at < text.Length && (text[at] == SaraAm || (text[at] == SaraAa && marks.Contains(Nikhahit, StringComparison.Ordinal)));

    private static void AppendOrdered(StringBuilder result, string marks)
    {
        foreach (var vowel in marks.Where(IsVowel).Distinct())
            result.Append(vowel);
        foreach (var (i, other) in marks.Index().Where(m => !IsVowel(m.Item)))
        {
            // A Thai mark typed twice lies upon itself and cannot be seen.
            if (!IsThai(other) || marks.IndexOf(other, StringComparison.Ordinal) == i)
                result.Append(other);
        }
    }

    private static int EndOf(string text, int start, Func<char, bool> belongs)
    {
        while (start < text.Length && belongs(text[start]))
            start++;

        return start;
    }

    private static bool IsConsonant(char c) => c is >= 'ก' and <= 'ฮ';

    /// <summary>True also for marks of other scripts, because NFC moves Thai marks across them.</summary>
    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>Vowel signs above and below, phinthu and maitaikhu.</summary>
    private static bool IsVowel(char c) => c is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or '\u0E47';

    private static bool IsThai(char c) => c is >= '\u0E01' and <= '\u0E5B';

    private static bool IsTone(char c) => c is >= '\u0E48' and <= '\u0E4B';
}
