namespace CddFunctions.Platform.Thai;

/// <summary>Both days belong to the period.</summary>
/// <param name="WholeMonths">The text named months, not days: the days are the first and last of those months.</param>
public readonly record struct DateRange(DateOnly From, DateOnly To, bool WholeMonths);

/// <summary>Periods as letters print them: "๓ - ๑๔ พฤษภาคม ๒๕๖๔", "มีนาคม - พฤษภาคม ๒๕๖๔".</summary>
public static class ThaiDateRange
{
    /// <summary>
    /// Two ends joined by a dash or ถึง, or one day, or one month. The first end takes month and year from the last where
    /// it prints none. Ends are read as in <see cref="ThaiDate.Parse"/>.
    /// </summary>
    /// <returns>Null when an end is not a date, one end names a day and the other a month, or the end lies before the start
    /// ("๒๘ ธ.ค. - ๓ ม.ค. ๒๕๖๔" too: which year was meant is not guessed).</returns>
    public static DateRange? Parse(string? text)
    {
        if (ThaiInput.Clean(text) is not { } clean)
            return null;

        var cursor = new TextCursor(clean);
        var isBetween = cursor.TakeAny("ระหว่าง", "ตั้งแต่");
        if (PrintedDate.Take(cursor) is not { } first)
            return null;

        if (!cursor.TakeAny("-", "จนถึง", "ถึง"))
            return cursor.AtEnd && !isBetween ? Span(first, first) : null;

        return PrintedDate.Take(cursor) is { } last && cursor.AtEnd ? Span(Completed(first, last), last) : null;
    }

    /// <summary>
    /// The shortest form that <see cref="Parse"/> reads back: whole months by name, else only what differs is printed twice.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the start.</exception>
    public static string Format(DateOnly from, DateOnly to, bool thaiDigits = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var wholeMonths = from.Day == 1 && to.AddDays(1).Day == 1;
        var (first, last) = wholeMonths
            ? (MonthOf(from, from.Year != to.Year), MonthOf(to, withYear: true))
            : (DayOf(from, to), ThaiDate.Letter(to, thaiDigits: false));
        var isOne = wholeMonths ? from.Year == to.Year && from.Month == to.Month : from == to;
        return ThaiDate.Digits(isOne ? last : $"{first} - {last}", thaiDigits);
    }

    private static PrintedDate Completed(PrintedDate first, PrintedDate last) =>
        first switch
        {
            { Month: null } => first with { Month = last.Month, Year = last.Year },
            { Year: null } => first with { Year = last.Year },
            _ => first,
        };

    private static DateRange? Span(PrintedDate first, PrintedDate last)
    {
        var wholeMonths = first.Day is null && last.Day is null;
        if (wholeMonths)
            (first, last) = (first with { Day = 1 }, LastDayOf(last));

        return first.ToDate() is { } from && last.ToDate() is { } to && from <= to ? new(from, to, wholeMonths) : null;
    }

    private static PrintedDate LastDayOf(PrintedDate month) =>
        (month with { Day = 1 }).ToDate() is { } first ? month with { Day = DateTime.DaysInMonth(first.Year, first.Month) } : month;

    private static string MonthOf(DateOnly date, bool withYear) =>
        withYear ? $"{ThaiDate.Month(date)} {BuddhistEra.YearOf(date)}" : ThaiDate.Month(date);

    private static string DayOf(DateOnly from, DateOnly to)
    {
        if (from.Year != to.Year)
            return ThaiDate.Letter(from, thaiDigits: false);

        return from.Month == to.Month ? $"{from.Day}" : $"{from.Day} {ThaiDate.Month(from)}";
    }
}
