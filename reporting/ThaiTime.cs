using System.Collections.Immutable;
using System.Globalization;

namespace CddFunctions.Reporting;

/// <summary>
/// Bangkok time and Thai date words with Arabic numerals, as usual in tables and charts (docs/rules.md 4). No culture is
/// asked: th-TH formatting depends on the ICU of the machine.
/// </summary>
public static class ThaiTime
{
    /// <summary>Thailand has had no daylight saving in any year a campaign can have.</summary>
    public static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>Years from the common era to the Buddhist one.</summary>
    public const int BuddhistEra = 543;

    /// <summary>Thai names of the months, January first.</summary>
    public static readonly ImmutableArray<string> Months =
    [
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ];

    public static readonly ImmutableArray<string> ShortMonths =
    [
        "ม.ค.",
        "ก.พ.",
        "มี.ค.",
        "เม.ย.",
        "พ.ค.",
        "มิ.ย.",
        "ก.ค.",
        "ส.ค.",
        "ก.ย.",
        "ต.ค.",
        "พ.ย.",
        "ธ.ค.",
    ];

    /// <summary>Sunday first, as <see cref="DayOfWeek"/> counts, without the word for day before them.</summary>
    public static readonly ImmutableArray<string> Weekdays = ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"];

    /// <summary>The calendar day in Bangkok at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Bangkok).DateTime);

    public static int YearBe(DateOnly date) => date.Year + BuddhistEra;

    /// <summary>Thai fiscal year in the Buddhist era: October begins the next one.</summary>
    public static int FiscalYear(DateOnly date) => YearBe(date) + (date.Month >= 10 ? 1 : 0);

    /// <summary>1 October (CE) that begins the fiscal year <paramref name="fiscalYear"/> (Buddhist era).</summary>
    public static DateOnly FiscalYearStart(int fiscalYear) => new(fiscalYear - BuddhistEra - 1, 10, 1);

    public static string Month(DateOnly date) => Months[date.Month - 1];

    public static string ShortMonth(DateOnly date) => ShortMonths[date.Month - 1];

    public static string Weekday(DateOnly date) => "วัน" + Weekdays[(int)date.DayOfWeek];

    /// <summary>15 พ.ค. 2567</summary>
    public static string Short(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {ShortMonth(date)} {YearBe(date)}");

    /// <summary>วันพุธที่ 15 พฤษภาคม พ.ศ. 2567 เวลา 16.59 น.</summary>
    public static string Long(DateTimeOffset instant)
    {
        var local = instant.ToOffset(Bangkok);
        var date = DateOf(instant);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Weekday(date)}ที่ {date.Day} {Month(date)} พ.ศ. {YearBe(date)} เวลา {local.Hour:00}.{local.Minute:00} น."
        );
    }
}
