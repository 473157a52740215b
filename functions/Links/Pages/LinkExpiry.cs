using System.Globalization;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Links.Pages;

/// <summary>The last day of a link in three parts, as people write it: day, month, and a year of either era.</summary>
public sealed record LinkExpiry(string Day, string Month, string Year)
{
    public static LinkExpiry Of(DateOnly day, bool english) =>
        new($"{day.Day}", $"{day.Month}", $"{(english ? day.Year : BuddhistEra.YearOf(day))}");

    public static LinkExpiry Read(IFormCollection form) => new(form["day"].ToString(), form["month"].ToString(), form["year"].ToString());

    /// <summary>
    /// Refuses a day that no calendar has. Sets <paramref name="expires"/> to the end of the day in Bangkok, or to null when all
    /// three parts are empty, which means the usual expiry.
    /// </summary>
    public Problem? Refuse(out DateTimeOffset? expires)
    {
        expires = null;
        if (Day.Length == 0 && Month.Length == 0 && Year.Length == 0)
            return null;
        if (Number(Day) is not { } day || Number(Month) is not { } month || Number(Year) is not { } printed)
            return NoDay();

        var year = printed >= BuddhistEra.FirstYear ? printed - BuddhistEra.Offset : printed;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return NoDay();

        expires = Bangkok.EndOf(new(year, month, day), new(23, 59, 59));
        return null;
    }

    private static Problem NoDay() =>
        IdentityProblems.LinkInvalid(
            "expiresAt",
            new("วันหมดอายุไม่มีในปฏิทิน ตรวจวัน เดือน และปีอีกครั้ง", "There is no such day. Check day, month and year of the expiry.")
        );

    private static int? Number(string text) =>
        int.TryParse(ThaiDigits.ToAscii(text).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
