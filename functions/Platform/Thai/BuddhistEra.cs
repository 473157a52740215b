using System.Globalization;
using CddFunctions.Reporting;

namespace CddFunctions.Platform.Thai;

/// <summary>Buddhist-era years and the CE dates they name (CE = BE − 543).</summary>
internal static class BuddhistEra
{
    public const int Offset = ThaiTime.BuddhistEra;

    /// <summary>A smaller year in a Thai text is a CE year: refused, not guessed. The same bound tells BE from CE in ISO text.</summary>
    public const int FirstYear = 2400;

    /// <summary>The last Buddhist year that is read. With it every CE year that is read lies below <see cref="FirstYear"/>.</summary>
    public const int LastYear = FirstYear - 1 + Offset;

    /// <summary>Until BE 2484 the year began on 1 April: its January to March belong to CE = BE − 542.</summary>
    private const int FirstYearFromJanuary = 2484;

    /// <param name="digits">Four digits, or two for 25xx.</param>
    public static int? Year(string digits) =>
        digits.Length switch
        {
            2 => 2500 + int.Parse(digits, CultureInfo.InvariantCulture),
            4 when int.Parse(digits, CultureInfo.InvariantCulture) is >= FirstYear and <= LastYear and var year => year,
            _ => null,
        };

    /// <returns>Null for a date that does not exist (leap days follow CE), and for January to March before 2484.</returns>
    public static DateOnly? Date(int year, int month, int day)
    {
        var exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year - Offset, month);
        return exists && (year >= FirstYearFromJanuary || month > 3) ? new DateOnly(year - Offset, month, day) : null;
    }

    public static int YearOf(DateOnly date) => date.Year + Offset;
}
