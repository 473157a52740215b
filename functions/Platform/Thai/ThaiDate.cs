using System.Globalization;

namespace CddFunctions.Platform.Thai;

/// <summary>Dates as letters print them. Inside the product a date is a CE <see cref="DateOnly"/>; BE exists only here.</summary>
public static class ThaiDate
{
    /// <summary>
    /// Every form of docs/rules.md 4, Thai or ASCII digits: long, letter, short, numeric, with or without "วันที่", "เดือน",
    /// "พ.ศ.". Two-digit years are 25xx; four-digit years are BE 2400 to 2942.
    /// </summary>
    /// <returns>Null for anything else: CE years, ISO text, dates that do not exist, a weekday that does not agree, January
    /// to March before BE 2484 (the year began in April then), text around the date, more than 200 characters.</returns>
    public static DateOnly? Parse(string? text)
    {
        if (ThaiInput.Clean(text) is not { } clean)
            return null;

        var cursor = new TextCursor(clean);
        return PrintedDate.Take(cursor) is { } printed && cursor.AtEnd ? printed.ToDate() : null;
    }

    /// <summary>
    /// What somebody types: as <see cref="Parse"/>, but only with the whole year, because 15/5/24 may mean either era; and ISO
    /// <c>yyyy-MM-dd</c> with a CE year below 2400.
    /// </summary>
    public static DateOnly? ParseAny(string? text) => HasWholeYear(text) ? Parse(text) ?? ParseIso(text) : null;

    /// <summary>วันอังคารที่ ๒๓ มีนาคม พ.ศ. ๒๕๖๔</summary>
    public static string Long(DateOnly date, bool thaiDigits = true) =>
        Digits($"{Weekday(date)}ที่ {date.Day} {Month(date)} พ.ศ. {BuddhistEra.YearOf(date)}", thaiDigits);

    /// <summary>๒๓ มีนาคม ๒๕๖๔, as at the head of a letter.</summary>
    public static string Letter(DateOnly date, bool thaiDigits = true) =>
        Digits($"{date.Day} {Month(date)} {BuddhistEra.YearOf(date)}", thaiDigits);

    /// <summary>๒๓ มี.ค. ๖๔. The year has four digits outside BE 2500 to 2599, where two would name another century.</summary>
    public static string Short(DateOnly date, bool thaiDigits = true)
    {
        var year = BuddhistEra.YearOf(date);
        var printed = year is >= 2500 and <= 2599 ? $"{year - 2500:00}" : $"{year}";
        return Digits($"{date.Day} {ThaiCalendarWords.ShortMonths[date.Month - 1]} {printed}", thaiDigits);
    }

    /// <summary>23/03/2564; tables and exports print ASCII digits.</summary>
    public static string Numeric(DateOnly date, bool thaiDigits = false) =>
        Digits($"{date.Day:00}/{date.Month:00}/{BuddhistEra.YearOf(date)}", thaiDigits);

    /// <summary>Tue 23 Mar 2021 (CE).</summary>
    public static string English(DateOnly date) => date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>วันอังคาร</summary>
    public static string Weekday(DateOnly date) => "วัน" + ThaiCalendarWords.Weekdays[(int)date.DayOfWeek];

    internal static string Month(DateOnly date) => ThaiCalendarWords.Months[date.Month - 1];

    internal static string Digits(string text, bool thaiDigits) => thaiDigits ? ThaiDigits.ToThai(text) : text;

    private static bool HasWholeYear(string? text)
    {
        var run = 0;
        return ThaiInput.Clean(text)?.Any(c => (run = char.IsAsciiDigit(c) ? run + 1 : 0) == 4) is true;
    }

    private static DateOnly? ParseIso(string? text) =>
        DateOnly.TryParseExact(ThaiInput.Clean(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year < BuddhistEra.FirstYear
            ? date
            : null;
}
