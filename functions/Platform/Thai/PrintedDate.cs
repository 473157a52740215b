using System.Globalization;

namespace CddFunctions.Platform.Thai;

/// <summary>What one end of a period prints: "วันจันทร์ที่ ๓", "๓๐ เมษายน", "มีนาคม", "๑๔/๕/๒๕๖๔". <c>Year</c> is BE.</summary>
internal sealed record PrintedDate(DayOfWeek? Weekday, int? Day, int? Month, int? Year)
{
    /// <returns>Null when there is no date here, or half of one (a weekday or "ที่" without a day, an era without a year).</returns>
    public static PrintedDate? Take(TextCursor cursor)
    {
        var weekday = ThaiCalendarWords.TakeWeekday(cursor);
        var needsDay = weekday is not null | cursor.TakeAny("วันที่", "ที่");
        if (TakeSeparated(cursor) is { } separated)
            return separated with { Weekday = weekday };

        var day = cursor.TakeDigits(2);
        var month = TakeMonth(cursor, monthMayBeNumber: day is not null);
        if ((day is null && (needsDay || month is null)) || !TakeYear(cursor, month, out var year))
            return null;

        return new(weekday, Number(day), month, year);
    }

    /// <summary>The date when it is whole, exists and falls on the weekday it prints.</summary>
    public DateOnly? ToDate() =>
        this is { Day: { } day, Month: { } month, Year: { } year }
        && BuddhistEra.Date(year, month, day) is { } date
        && (Weekday is null || Weekday == date.DayOfWeek)
            ? date
            : null;

    /// <summary>23/03/2564, 23-มี.ค.-64 (spreadsheets), 23.3.2564: the same separator twice.</summary>
    private static PrintedDate? TakeSeparated(TextCursor cursor)
    {
        var mark = cursor.Position;
        if (cursor.TakeDigits(2) is { } day && cursor.Next is '/' or '-' or '.')
        {
            var separator = cursor.Next.Value.ToString();
            cursor.Take(separator);
            if (
                (ThaiCalendarWords.TakeMonth(cursor) ?? Number(cursor.TakeDigits(2))) is { } month
                && cursor.Take(separator)
                && cursor.TakeDigits(4) is { } digits
                && BuddhistEra.Year(digits) is { } year
            )
                return new(null, Number(day), month, year);
        }

        cursor.Position = mark;
        return null;
    }

    private static int? TakeMonth(TextCursor cursor, bool monthMayBeNumber)
    {
        var isNamedMonth = cursor.Take("เดือน");
        return ThaiCalendarWords.TakeMonth(cursor) ?? (isNamedMonth && monthMayBeNumber ? Number(cursor.TakeDigits(2)) : null);
    }

    /// <returns>False for an era without a year, a CE year, or a year without a month.</returns>
    private static bool TakeYear(TextCursor cursor, int? month, out int? year)
    {
        year = null;
        var isMarked = cursor.Take("ปี") | (cursor.Take("พุทธศักราช") || cursor.TakeAbbreviation("พ", "ศ"));
        if (cursor.TakeDigits(4) is not { } digits)
            return !isMarked;

        year = BuddhistEra.Year(digits);
        return year is not null && month is not null;
    }

    private static int? Number(string? digits) => digits is null ? null : int.Parse(digits, CultureInfo.InvariantCulture);
}
