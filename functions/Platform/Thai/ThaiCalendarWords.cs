using System.Collections.Immutable;

namespace CddFunctions.Platform.Thai;

/// <summary>Names of months and weekdays. Own tables, because a culture would bring its calendar along (docs/rules.md 4).</summary>
internal static class ThaiCalendarWords
{
    /// <summary>January first.</summary>
    public static readonly ImmutableArray<string> Months =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    public static readonly ImmutableArray<string> ShortMonths =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    /// <summary>Sunday first, as <see cref="DayOfWeek"/> counts.</summary>
    public static readonly ImmutableArray<string> Weekdays =
        ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"];

    private static readonly ImmutableArray<string> ShortWeekdays = ["อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส."];

    /// <summary>1 to 12 by full name, by name without its ending (มีนา) or by abbreviation with or without dots; null = no month here.</summary>
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
            if ((cursor.TakeAny(Weekdays[i], ShortWeekdays[i]) || (i == (int)DayOfWeek.Thursday && cursor.TakeAny("พฤหัสฯ", "พฤหัส")))
                && IsDayNext(cursor))
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

    private static string WithoutEnding(string month) =>
        month.EndsWith("พันธ์", StringComparison.Ordinal) ? month[..^5] : month[..^2];
}
