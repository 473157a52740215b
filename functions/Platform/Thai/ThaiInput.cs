namespace CddFunctions.Platform.Thai;

/// <summary>Cleans a text before a parser of this folder reads it.</summary>
internal static class ThaiInput
{
    /// <summary>Most characters of a date, name, number or phone. A longer text is refused before any work is done on it.</summary>
    public const int MaxLength = 200;

    /// <returns>The normalised text with digits, dashes and wide punctuation in ASCII; null when it is empty or longer than
    /// <paramref name="maxLength"/>.</returns>
    public static string? Clean(string? text, int maxLength = MaxLength)
    {
        if (text is null || text.Length > maxLength)
            return null;

        var clean = string.Concat(ThaiDigits.ToAscii(ThaiText.Normalise(text)).Select(Plain));
        return clean.Length == 0 ? null : clean;
    }

    private static char Plain(char c) =>
        IsDash(c) ? '-'
        : c is >= '\uFF01' and <= '\uFF1F' ? (char)(c - '\uFF01' + '!')
        : c;

    /// <summary>Hyphens, figure, en and em dashes, horizontal bar and minus: word processors swap them.</summary>
    private static bool IsDash(char c) => c is (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFF0D';
}
