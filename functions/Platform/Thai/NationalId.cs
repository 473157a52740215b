using System.Globalization;

namespace CddFunctions.Platform.Thai;

/// <summary>
/// The 13-digit national identification number. No campaign may collect it (docs/rules.md 4): these checks exist to refuse
/// text that holds one.
/// </summary>
public static class NationalId
{
    private const int Length = 13;
    private const int LongestSeparator = 3;

    /// <summary>Thirteen digits, Thai or ASCII, with or without spaces and dashes, whose last is the right check digit.</summary>
    public static bool IsValid(string? text)
    {
        var digits = ThaiInput.Clean(text)?.Where(c => c is not (' ' or '-' or '.')).ToList();
        return digits is { Count: Length } && digits.TrueForAll(char.IsAsciiDigit) && HasCheckDigit([.. digits.Select(c => c - '0')]);
    }

    /// <summary>
    /// Is a valid number anywhere in the text, of any length: plain, as 1-4-5-2-1 with any separators, or with single dashes
    /// or dots anywhere? Part of a longer run of digits does not count.
    /// </summary>
    public static bool Contains(string? text)
    {
        var clean = ThaiText.Normalise(text ?? "");
        for (var i = 0; i < clean.Length; i++)
        {
            var startsRun = Digit(clean, i) >= 0 && (i == 0 || Digit(clean, i - 1) < 0);
            if (startsRun && StartsAt(clean, i))
                return true;
        }

        return false;
    }

    /// <summary>Looks at no more than thirteen digits and the separators between them, so a long text costs linear time.</summary>
    private static bool StartsAt(string text, int start)
    {
        var digits = new List<int>(Length);
        var groups = new List<int> { 0 };
        var separators = "";
        var at = start;
        while (digits.Count < Length)
        {
            var next = at;
            while (next < text.Length && next - at < LongestSeparator && IsSeparator(text[next]))
                next++;

            if (Digit(text, next) is var digit && digit < 0)
                return false;

            if (next > at)
                groups.Add(0);

            separators += text[at..next];
            groups[^1]++;
            digits.Add(digit);
            at = next + 1;
        }

        var isWhole = Digit(text, at) < 0;
        var isLaidOut =
            groups is [Length] or [1, 4, 5, 2, 1]
            || (separators.Length == groups.Count - 1 && !separators.Contains(' ', StringComparison.Ordinal));
        return isWhole && isLaidOut && HasCheckDigit(digits);
    }

    /// <summary>Weights 13 to 2 over the first twelve; check = (11 − sum mod 11) mod 10.</summary>
    private static bool HasCheckDigit(List<int> digits)
    {
        var sum = digits.Take(Length - 1).Select((digit, i) => digit * (Length - i)).Sum();
        return (11 - (sum % 11)) % 10 == digits[^1];
    }

    private static int Digit(string text, int at) => at < text.Length ? CharUnicodeInfo.GetDecimalDigitValue(text[at]) : -1;

    private static bool IsSeparator(char c) =>
        c is ' ' or '.' or '/' or '_' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}
