using System.Globalization;
using System.Text.RegularExpressions;

namespace CddFunctions.Platform.Thai;

/// <summary>Numbers as officers write them: ๒๖๙,๐๐๐ or 269000.50.</summary>
public static class ThaiNumber
{
    private static readonly Regex Shape = new(
        @"\A(?<minus>-)?(?<digits>([1-9][0-9]{0,2}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?)\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>
    /// Thai or ASCII digits, one leading minus, commas only between right groups of three. Refused: anything else around
    /// or inside, a bare point (".5", "5."), "0,123", and what a decimal cannot hold exactly.
    /// </summary>
    public static bool TryParse(string? text, out decimal value)
    {
        value = 0;
        if (ThaiInput.Clean(text) is not { } clean || Shape.Match(clean) is not { Success: true } match)
            return false;

        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) || !IsExact(size, digits))
            return false;

        value = match.Groups["minus"].Success && size != 0 ? -size : size;
        return true;
    }

    /// <summary>Groups of three; as many decimals as the value carries (1000.50m → 1,000.50).</summary>
    public static string Format(decimal value, bool thaiDigits)
    {
        var ascii = value.ToString($"N{value.Scale}", CultureInfo.InvariantCulture);
        return thaiDigits ? ThaiDigits.ToThai(ascii) : ascii;
    }

    /// <summary>True when the value holds every digit: parsing a decimal rounds digits from the 30th on away without an error.</summary>
    private static bool IsExact(decimal value, string digits)
    {
        var significant = digits.TrimStart('0');
        var expected = significant is "" or ['.', ..] ? "0" + significant : significant;
        return value.ToString(CultureInfo.InvariantCulture).Equals(expected, StringComparison.Ordinal);
    }
}
