namespace CddFunctions.Reporting.Datasets;

[Dataset(
    "tasks",
    "รายการงาน",
    "Tasks",
    "หนึ่งแถวต่อหนึ่งงานตามหนังสือ พร้อมข้อที่อ้างอิง",
    "One row per task of the letters, with the clauses it comes from"
)]
public sealed record TaskRow
{
    [CampaignColumn]
    public required string Campaign { get; init; }

    [TaskColumn(Width = 20)]
    public required string Task { get; init; }

    [Column(ColumnKind.Text, "งาน (ไทย)", "Thai title", "ชื่องานภาษาไทย", "Title in Thai", Width = 40)]
    public required string TitleTh { get; init; }

    [Column(ColumnKind.Text, "งาน (อังกฤษ)", "English title", "ชื่องานภาษาอังกฤษ", "Title in English", Width = 40)]
    public required string TitleEn { get; init; }

    [Column(ColumnKind.Code, "ชนิดงาน", "Kind", "ชนิดของงาน เช่น submit, setup, publicise", "Kind of work, e.g. submit, setup, publicise")]
    public required string Kind { get; init; }

    [Column(ColumnKind.Code, "รหัสผู้รับผิดชอบ", "Owner", "รหัสบทบาทที่ต้องทำ", "Role that owes the task", Width = 20)]
    public required string Owner { get; init; }

    [Column(ColumnKind.Text, "ผู้รับผิดชอบ", "Owner title", "ชื่อบทบาทที่ต้องทำ", "Thai title of that role", Width = 28)]
    public required string OwnerTitle { get; init; }

    [Column(ColumnKind.Text, "ผู้รับ", "Recipient", "บทบาทหรือคณะที่รับงาน", "Role or body that receives it", Width = 28)]
    public string? Recipient { get; init; }

    [Column(
        ColumnKind.Code,
        "ต่อ",
        "Per",
        "ชุดหน่วยที่แต่ละหน่วยต้องทำ ว่างคือจังหวัดทำครั้งเดียว",
        "Unit set of which each unit owes it; empty = once, by the province"
    )]
    public string? Per { get; init; }

    [Column(
        ColumnKind.Date,
        "วันครบกำหนด",
        "Due date",
        "วันสุดท้ายตามหนังสือ ว่างเมื่อไม่มีกำหนด",
        "Last day; empty for a task without a date"
    )]
    public DateOnly? DueDate { get; init; }

    [Column(
        ColumnKind.Code,
        "ที่มาของกำหนด",
        "Due basis",
        "stated ตามหนังสือ, inferred อนุมาน, assumed สมมติ, platform ของระบบ",
        "stated in the letter, inferred, assumed, or of the platform"
    )]
    public required DueBasis DueBasis { get; init; }

    [Column(ColumnKind.Date, "เริ่มช่วง", "Window from", "วันแรกของช่วงดำเนินงาน", "First day of the period of work")]
    public DateOnly? WindowFrom { get; init; }

    [Column(ColumnKind.Date, "สิ้นช่วง", "Window to", "วันสุดท้ายของช่วงดำเนินงาน", "Last day of the period of work")]
    public DateOnly? WindowTo { get; init; }

    [Column(ColumnKind.Code, "แบบ", "Form", "รหัสแบบที่ใช้ส่ง", "Form that is handed in", Width = 18)]
    public string? Form { get; init; }

    [Column(ColumnKind.YesNo, "บังคับ", "Mandatory", "งานบังคับที่นับในตัวชี้วัด", "Counts in the indicator")]
    public required bool Mandatory { get; init; }

    [Column(ColumnKind.YesNo, "ในระบบนี้", "Managed", "ระบบนี้รับส่งงานนี้", "Handed in through this installation")]
    public required bool Managed { get; init; }

    [Column(
        ColumnKind.Whole,
        "จำนวนที่ต้องส่ง",
        "Expected",
        "จำนวนรายการของงานนี้ในตาราง obligations",
        "Number of this task's rows in obligations"
    )]
    public required int Expected { get; init; }

    [Column(
        ColumnKind.Text,
        "ข้อที่อ้างอิง",
        "Clause",
        "ข้อในหนังสือที่เป็นที่มา คั่นด้วย ;",
        "Clauses it comes from, separated by ;",
        Width = 32
    )]
    public IReadOnlyList<string> Clause { get; init; } = [];
}
