namespace CddFunctions.Reporting.Datasets;

public enum RosterChangeKind
{
    Added,
    Removed,
    Corrected,
}

[Dataset(
    "roster_changes",
    "การเปลี่ยนบัญชีรายชื่อ",
    "Roster changes",
    "หนึ่งแถวต่อหนึ่งคนที่เพิ่ม ถอน หรือแก้ไข เทียบกับบัญชีที่จังหวัดให้ไว้หรือรับไว้ก่อนหน้า ผู้ที่ถอนไม่อยู่ในตาราง roster_entries",
    "One row per person added, removed or corrected against the list as the province gave or last accepted it; removed people are not in roster_entries"
)]
public sealed record RosterChangeRow
{
    [CampaignColumn]
    public required string Campaign { get; init; }

    [Column(ColumnKind.Code, "บัญชี", "Roster", "รหัสบัญชีรายชื่อตามแผนงาน", "Id of the roster in the campaign")]
    public required string Roster { get; init; }

    [UnitColumn]
    public required string Unit { get; init; }

    [UnitNameColumn]
    public required string UnitName { get; init; }

    [Column(ColumnKind.Code, "รหัสการเปลี่ยน", "Kind", "added, removed หรือ corrected", "added, removed or corrected")]
    public required RosterChangeKind Kind { get; init; }

    [Column(ColumnKind.Text, "การเปลี่ยน", "Kind (Thai)", "การเปลี่ยนเป็นภาษาไทย", "The kind in Thai", Width = 12)]
    public string KindTh =>
        Kind switch
        {
            RosterChangeKind.Added => "เพิ่ม",
            RosterChangeKind.Removed => "ถอน",
            RosterChangeKind.Corrected => "แก้ไข",
            _ => throw new InvalidOperationException($"Kind {Kind} has no Thai words"),
        };

    [Column(
        ColumnKind.Year,
        "ลำดับ",
        "No.",
        "ลำดับในบัญชีปัจจุบัน ว่างสำหรับผู้ที่ถอน",
        "Place in the list as it stands; empty for who was removed"
    )]
    public int? No { get; init; }

    [Column(ColumnKind.Text, "ชื่อและนามสกุล", "Name", "ชื่อตัวและชื่อสกุล", "Given and family name", Width = 30, Personal = true)]
    public required string Name { get; init; }

    [Column(
        ColumnKind.Text,
        "ช่องที่แก้ไข",
        "Columns",
        "ช่องที่ต่างจากเดิม คั่นด้วย ; ว่างเมื่อเพิ่มหรือถอน",
        "What differs, separated by ;; empty for who was added or removed",
        Width = 32
    )]
    public IReadOnlyList<string>? Columns { get; init; }
}
