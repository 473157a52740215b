using System.Collections.Immutable;
using CddFunctions.Reporting;

namespace CddFunctions.Platform.Thai;

/// <summary>Reads the names of months and weekdays from text. The tables are those that reports print (<see cref="ThaiTime"/>).</summary>
internal static class ThaiCalendarWords
{
    public static ImmutableArray<string> Months => ThaiTime.Months;

    public static ImmutableArray<string> ShortMonths => ThaiTime.ShortMonths;

    public static ImmutableArray<string> Weekdays => ThaiTime.Weekdays;

    private static readonly ImmutableArray<string> ShortWeekdays = ["อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส."];

    /// <summary>
    /// 1 to 12 by full name, by name without its ending (มีนา) or by abbreviation with or without dots; null = no month here.
    /// </summary>
    public static int? TakeMonth(TextCursor cursor)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            if (cursor.Take(Months[i]) || cursor.Take(WithoutEnding(Months[i])))
                return i + 1;
        }

        for (var i = 0; i < ShortMonths.Length; i++)
        {
            if (cursor.TakeAbbreviation(ShortMonths[i].Split('.', StringSplitOptions.RemoveEmptyEntries)))
                return i + 1;
        }

        return null;
    }

    /// <summary>A weekday that a day of the month follows. Without that, "ส." might begin "ส.ค." and is left alone.</summary>
    public static DayOfWeek? TakeWeekday(TextCursor cursor)
    {
        var mark = cursor.Position;
        for (var i = 0; i < Weekdays.Length; i++)
        {
            cursor.Take("วัน");
            if (
                (cursor.TakeAny(Weekdays[i], ShortWeekdays[i]) || (i == (int)DayOfWeek.Thursday && cursor.TakeAny("พฤหัสฯ", "พฤหัส")))
                && IsDayNext(cursor)
            )
                return (DayOfWeek)i;

            cursor.Position = mark;
        }

        return null;
    }

    private static bool IsDayNext(TextCursor cursor)
    {
        cursor.Take(",");
        return cursor.TakeAny("วันที่", "ที่") || (cursor.Next is { } next && char.IsAsciiDigit(next));
    }

    private static string WithoutEnding(string month) => month.EndsWith("พันธ์", StringComparison.Ordinal) ? month[..^5] : month[..^2];
}
