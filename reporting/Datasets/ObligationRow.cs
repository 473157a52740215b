namespace CddFunctions.Reporting.Datasets;

[Dataset(
    "obligations",
    "งานที่ต้องส่ง",
    "Obligations",
    "หนึ่งแถวต่อหนึ่งหน่วยต่อหนึ่งงาน: ใครต้องส่งอะไร เมื่อใด และอยู่ในสถานะใด",
    "One row per unit and task: who owes what by when, and where it stands",
    KeyColumns = 5
)]
public sealed record ObligationRow
{
    [TaskColumn(Width = 20)]
    public required string Task { get; init; }

    [Column(ColumnKind.Text, "งาน", "Task title", "ชื่องานภาษาไทย", "Thai title of the task", Width = 40)]
    public required string TaskTitle { get; init; }

    [UnitColumn(Width = 10)]
    public required string Unit { get; init; }

    [UnitNameColumn(Width = 20)]
    public required string UnitName { get; init; }

    [Column(ColumnKind.Text, "สถานะ", "State (Thai)", "สถานะเหมือนในหน้าเว็บ", "The state as the pages show it", Width = 14)]
    public string StateTh => WorkStates.Thai(Shown());

    [Column(
        ColumnKind.YesNo,
        "ทันกำหนด",
        "On time",
        "ส่งครั้งแรกไม่เกินกำหนด ว่างเมื่อยังไม่ส่งหรือไม่มีกำหนด",
        "First hand-in by the deadline; empty before the hand-in or without a deadline"
    )]
    public bool? OnTime { get; init; }

    [Column(
        ColumnKind.Whole,
        "ช้า (วัน)",
        "Days late",
        "จำนวนวันที่ช้ากว่ากำหนด 0 คือทัน ยังไม่ส่งนับถึงเวลาของข้อมูล",
        "Days after the deadline, 0 = on time; without a hand-in counted to the as-of time"
    )]
    public int? DaysLate { get; init; }

    [Column(
        ColumnKind.Instant,
        "กำหนดส่ง",
        "Due",
        "วันเวลาสุดท้ายตามกำหนดเดิม ว่างเมื่องานไม่มีกำหนด",
        "Last instant as first set; empty for a task without a date"
    )]
    public DateTimeOffset? DueAt { get; init; }

    [Column(
        ColumnKind.Date,
        "วันครบกำหนด",
        "Due date",
        "วันครบกำหนดที่มีผล (รวมการขยายเวลา) ใช้เชื่อมกับตาราง dates",
        "Day on which it is due, extension counted; joins with dates"
    )]
    public DateOnly? DueDate => Day(ExtendedTo ?? DueAt);

    [Column(
        ColumnKind.Instant,
        "ขยายเวลาถึง",
        "Extended to",
        "วันเวลาสุดท้ายที่ได้รับการขยาย",
        "Last instant after an extension was granted"
    )]
    public DateTimeOffset? ExtendedTo { get; init; }

    [Column(ColumnKind.YesNo, "ครบกำหนดแล้ว", "Is due", "กำหนดส่งผ่านแล้ว ณ เวลาของข้อมูล", "The deadline had passed at the as-of time")]
    public required bool IsDue { get; init; }

    [Column(
        ColumnKind.Code,
        "รหัสสถานะ",
        "State",
        "open, submitted, returned, accepted หรือ overdue",
        "open, submitted, returned, accepted or overdue"
    )]
    public required ObligationState State { get; init; }

    [Column(
        ColumnKind.Instant,
        "ส่งครั้งแรกเมื่อ",
        "Submitted at",
        "วันเวลาที่ส่งครั้งแรก ใช้ตัดสินว่าทันกำหนด",
        "First hand-in; decides whether it was on time"
    )]
    public DateTimeOffset? SubmittedAt { get; init; }

    [Column(
        ColumnKind.Date,
        "วันที่ส่ง",
        "Submitted date",
        "วันที่ส่งครั้งแรก ใช้เชื่อมกับตาราง dates",
        "Day of the first hand-in; joins with dates"
    )]
    public DateOnly? SubmittedDate => Day(SubmittedAt);

    [Column(
        ColumnKind.Whole,
        "จำนวนครั้งที่ส่ง",
        "Hand-ins",
        "จำนวนครั้งที่ส่งแบบซึ่งส่งได้หลายครั้ง ว่างเมื่อแบบส่งได้ครั้งเดียว",
        "How often a repeatable form was handed in; empty for other forms"
    )]
    public int? HandIns { get; init; }

    [Column(
        ColumnKind.Text,
        "หน่วยที่ยังขาด",
        "Missing units",
        "หน่วยที่ยังขาดเมื่อรวบรวมส่งทั้งที่ไม่ครบ ชื่อและรหัส คั่นด้วย ;",
        "Units that were missing when a collection was sent incomplete: name and code, separated by ;"
    )]
    public IReadOnlyList<string>? Missing { get; init; }

    [Column(ColumnKind.Instant, "ตรวจเมื่อ", "Reviewed at", "วันเวลาที่ตรวจครั้งล่าสุด", "Latest review")]
    public DateTimeOffset? ReviewedAt { get; init; }

    [Column(ColumnKind.Number, "ใช้เวลาตรวจ (วัน)", "Review days", "จำนวนวันจากส่งถึงตรวจ", "Days from hand-in to review")]
    public decimal? ReviewDays { get; init; }

    [Column(ColumnKind.Whole, "ฉบับที่", "Revision", "ลำดับฉบับล่าสุดที่ส่ง", "Number of the newest revision")]
    public int? Revision { get; init; }

    [Column(ColumnKind.Code, "เลขรับ", "Receipt", "เลขที่ใบรับของการส่ง", "Receipt of the hand-in", Width = 18)]
    public string? Receipt { get; init; }

    [Column(
        ColumnKind.Code,
        "กลุ่มทางเลือก",
        "Choice group",
        "กลุ่มงานที่เลือกทำอย่างน้อยหนึ่งงาน",
        "Group of tasks of which some suffice"
    )]
    public string? ChoiceGroup { get; init; }

    [Column(ColumnKind.YesNo, "ครบทางเลือก", "Choice met", "กลุ่มทางเลือกของหน่วยนี้ครบแล้ว", "The unit's choice group is complete")]
    public bool? ChoiceMet { get; init; }

    [Column(ColumnKind.YesNo, "บังคับ", "Mandatory", "งานบังคับที่นับในตัวชี้วัด", "Counts in the indicator")]
    public required bool Mandatory { get; init; }

    [Column(ColumnKind.YesNo, "ต้องตรวจรับ", "Reviewed", "งานที่จังหวัดต้องตรวจรับ", "Somebody has to accept the task")]
    public bool Reviewed { get; init; }

    [Column(
        ColumnKind.Code,
        "ที่มาของกำหนด",
        "Due basis",
        "stated ตามหนังสือ, inferred อนุมาน, assumed สมมติ, platform ของระบบ",
        "stated in the letter, inferred, assumed, or of the platform"
    )]
    public required DueBasis DueBasis { get; init; }

    [Column(
        ColumnKind.Code,
        "รหัสอำเภอ",
        "District code",
        "รหัสอำเภอ 4 หลัก ว่างเมื่อหน่วยเป็นจังหวัด",
        "Four-digit district code; empty for the province itself"
    )]
    public string? DistrictCode { get; init; }

    [Column(ColumnKind.Text, "อำเภอ", "District", "ชื่ออำเภอภาษาไทย", "Thai name of the district")]
    public string? DistrictName { get; init; }

    [CampaignColumn]
    public required string Campaign { get; init; }

    [Column(ColumnKind.Code, "รหัสจังหวัด", "Province code", "รหัสจังหวัด 2 หลัก", "Two-digit province code")]
    public string? ProvinceCode { get; init; }

    [Column(ColumnKind.Text, "จังหวัด", "Province", "ชื่อจังหวัดภาษาไทย", "Thai name of the province")]
    public string? ProvinceName { get; init; }

    /// <summary>The state as pages show it. A method: each property is a column.</summary>
    internal WorkState Shown() => WorkStates.Of(State, Reviewed, ChoiceMet);

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? ThaiTime.DateOf(at) : null;
}
