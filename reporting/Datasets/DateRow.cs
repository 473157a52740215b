namespace CddFunctions.Reporting.Datasets;

[Dataset(
    "dates",
    "ปฏิทิน",
    "Dates",
    "หนึ่งแถวต่อหนึ่งวัน ไม่เว้นวัน ตั้งแต่ 1 ต.ค. ถึง 30 ก.ย. ของปีงบประมาณ",
    "One row per day without gaps, from 1 October to 30 September of the fiscal years"
)]
public sealed record DateRow
{
    [Column(ColumnKind.Date, "วันที่", "Date", "วันตามปฏิทิน ใน CSV เป็นปี ค.ศ.", "Calendar day; CE in the CSV")]
    public required DateOnly Date { get; init; }

    [Column(ColumnKind.Year, "ปี ค.ศ.", "Year (CE)", "ปีคริสต์ศักราช", "Common-era year")]
    public int Year => Date.Year;

    [Column(ColumnKind.Year, "ปี พ.ศ.", "Year (BE)", "ปีพุทธศักราช", "Buddhist-era year")]
    public int YearBe => ThaiTime.YearBe(Date);

    [Column(ColumnKind.Year, "ปีงบประมาณ", "Fiscal year", "ปีงบประมาณ พ.ศ. เริ่ม 1 ตุลาคม", "Thai fiscal year (BE), from 1 October")]
    public int FiscalYear => ThaiTime.FiscalYear(Date);

    [Column(
        ColumnKind.Year,
        "ไตรมาส",
        "Fiscal quarter",
        "ไตรมาสของปีงบประมาณ 1 คือ ต.ค.–ธ.ค.",
        "Quarter of the fiscal year; 1 = October to December"
    )]
    public int FiscalQuarter => ((FiscalMonth - 1) / 3) + 1;

    [Column(
        ColumnKind.Year,
        "เดือนงบประมาณ",
        "Fiscal month",
        "ลำดับเดือนในปีงบประมาณ 1 คือตุลาคม",
        "Month of the fiscal year; 1 = October"
    )]
    public int FiscalMonth => ((Date.Month + 2) % 12) + 1;

    [Column(ColumnKind.Year, "เดือนที่", "Month", "เลขเดือน 1 คือมกราคม", "Month number; 1 = January")]
    public int Month => Date.Month;

    [Column(ColumnKind.Text, "เดือน", "Month name", "ชื่อเดือนภาษาไทย", "Thai name of the month", Width = 14)]
    public string MonthName => ThaiTime.Month(Date);

    [Column(
        ColumnKind.Text,
        "เดือนและปี",
        "Month and year",
        "เดือนย่อและปี พ.ศ. เรียงตาม monthSort",
        "Short month with BE year; sort by monthSort",
        Width = 14
    )]
    public string MonthYear => $"{ThaiTime.ShortMonth(Date)} {YearBe}";

    [Column(ColumnKind.Year, "ลำดับเดือน", "Month sort", "ปี ค.ศ. คูณ 100 บวกเลขเดือน", "CE year × 100 + month")]
    public int MonthSort => (Date.Year * 100) + Date.Month;

    [Column(ColumnKind.Year, "วันที่ของสัปดาห์", "Weekday number", "1 คือจันทร์ 7 คืออาทิตย์", "1 = Monday, 7 = Sunday")]
    public int WeekdayNumber => (((int)Date.DayOfWeek + 6) % 7) + 1;

    [Column(ColumnKind.Text, "วัน", "Weekday", "ชื่อวันภาษาไทย", "Thai name of the weekday", Width = 14)]
    public string Weekday => ThaiTime.Weekday(Date);

    [Column(ColumnKind.YesNo, "วันทำการ", "Working day", "วันทำการตามปฏิทินของแผนงาน", "Working day by the campaign's calendar")]
    public required bool IsWorkingDay { get; init; }

    [Column(ColumnKind.Text, "วันหยุด", "Holiday", "ชื่อวันหยุด ถ้ามี", "Name of the holiday, if it is one", Width = 28)]
    public string? Holiday { get; init; }

    [Column(ColumnKind.Date, "วันเริ่มสัปดาห์", "Week start", "วันจันทร์ของสัปดาห์", "Monday of the week")]
    public DateOnly WeekStart => Date.AddDays(1 - WeekdayNumber);

    [Column(
        ColumnKind.Text,
        "วันที่ (ไทย)",
        "Thai text",
        "วันที่แบบย่อ พ.ศ. เช่น 15 พ.ค. 2567",
        "Short Thai date, e.g. 15 พ.ค. 2567",
        Width = 14
    )]
    public string TextTh => ThaiTime.Short(Date);
}
