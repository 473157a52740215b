using System.Globalization;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Pages.History;

/// <summary>A date as it is typed: day, month by number, year of the Buddhist or the common era.</summary>
public sealed record ThreePartDate(string Day, string Month, string Year)
{
    private const int EraGap = 543;
    private const int FirstBuddhistYear = 2400;

    /// <returns>Null for what is no day of the calendar.</returns>
    public DateOnly? Read()
    {
        if (Number(Day) is not { } day || Number(Month) is not { } month || Number(Year) is not { } year)
            return null;

        var common = year >= FirstBuddhistYear ? year - EraGap : year;
        return common is >= 1900 and < FirstBuddhistYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(common, month)
            ? new DateOnly(common, month, day)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(ThaiDigits.ToAscii(text.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
