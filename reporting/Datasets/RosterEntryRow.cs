namespace CddFunctions.Reporting.Datasets;

[Dataset(
    "roster_entries",
    "บัญชีรายชื่อ",
    "Roster entries",
    "หนึ่งแถวต่อหนึ่งคนในบัญชีรายชื่อ เช่น ผู้นำการเปลี่ยนแปลง ข้อมูลส่วนบุคคลถูกปิดบังเว้นแต่ผู้ส่งออกมีสิทธิ",
    "One row per person on a roster, e.g. change leaders; personal values are masked unless the exporter has the right"
)]
public sealed record RosterEntryRow
{
    [CampaignColumn]
    public required string Campaign { get; init; }

    [Column(ColumnKind.Code, "บัญชี", "Roster", "รหัสบัญชีรายชื่อตามแผนงาน", "Id of the roster in the campaign")]
    public required string Roster { get; init; }

    [UnitColumn]
    public required string Unit { get; init; }

    [UnitNameColumn]
    public required string UnitName { get; init; }

    [Column(ColumnKind.Year, "ลำดับ", "No.", "ลำดับในบัญชีของหน่วย", "Place in the unit's roster")]
    public required int No { get; init; }

    [Column(
        ColumnKind.Text,
        "คำนำหน้า",
        "Title",
        "คำนำหน้านาม ยศ หรือตำแหน่งทางวิชาการ",
        "Title, rank or academic title",
        Width = 12,
        Personal = true
    )]
    public string? Title { get; init; }

    [Column(ColumnKind.Text, "ชื่อ", "Given name", "ชื่อตัว", "Given name", Width = 18, Personal = true)]
    public string? Given { get; init; }

    [Column(
        ColumnKind.Text,
        "นามสกุล",
        "Family name",
        "ชื่อสกุล ว่างได้",
        "Family name; some people have none",
        Width = 18,
        Personal = true
    )]
    public string? Family { get; init; }

    [Column(ColumnKind.Text, "หมู่บ้าน", "Village", "หมู่บ้านที่อยู่", "Village where the person lives", Width = 18, Personal = true)]
    public string? Village { get; init; }

    [Column(ColumnKind.Text, "บทบาท", "Role", "บทบาทหรือตำแหน่งในชุมชน", "Part the person plays in the community", Width = 18)]
    public string? Role { get; init; }

    [Column(
        ColumnKind.Code,
        "โทรศัพท์",
        "Phone",
        "หมายเลขโทรศัพท์อย่างที่ใช้โทร เช่น 0800000000 เก็บเป็นข้อความ ใน CSV ให้เปิดคอลัมน์นี้เป็นข้อความเพื่อไม่ให้ 0 หาย",
        "Phone number as it is dialled, like 0800000000, kept as text; read this column of the CSV as text, or its 0 gets lost",
        Width = 16,
        Personal = true
    )]
    public string? Phone { get; init; }

    [Column(
        ColumnKind.Code,
        "สถานะบุคคล",
        "Status",
        "สถานะของคนในบัญชี เช่น คงเดิม เพิ่ม หรือเปลี่ยน",
        "What happened to the entry: kept, added, replaced"
    )]
    public required string Status { get; init; }

    [Column(
        ColumnKind.Text,
        "เหตุผล",
        "Reason",
        "เหตุผลของการเปลี่ยน เป็นข้อความอิสระจึงถือเป็นข้อมูลส่วนบุคคล",
        "Why it changed; free text, so treated as personal",
        Width = 32,
        Personal = true
    )]
    public string? Reason { get; init; }

    [Column(ColumnKind.Instant, "ส่งเมื่อ", "Submitted at", "วันเวลาที่ส่งบัญชีของหน่วย", "When the unit's roster was handed in")]
    public DateTimeOffset? SubmittedAt { get; init; }

    [Column(ColumnKind.Code, "สถานะบัญชี", "State", "สถานะการส่งบัญชีของหน่วย", "State of the unit's roster as a hand-in")]
    public required ObligationState State { get; init; }
}
