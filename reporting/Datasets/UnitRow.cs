namespace CddFunctions.Reporting.Datasets;

[Dataset(
    "units",
    "หน่วยงานและพื้นที่",
    "Units",
    "หนึ่งแถวต่อหนึ่งหน่วยงานหรือพื้นที่ในแผนงาน",
    "One row per office or area of the programme"
)]
public sealed record UnitRow
{
    [CampaignColumn]
    public required string Campaign { get; init; }

    [UnitColumn]
    public required string Unit { get; init; }

    [Column(
        ColumnKind.Code,
        "ระดับ",
        "Level",
        "ระดับการปกครอง เช่น province, district, tambon",
        "Administrative level, e.g. province, district, tambon"
    )]
    public required string Level { get; init; }

    [Column(ColumnKind.Text, "ชื่อ (ไทย)", "Thai name", "ชื่อภาษาไทย", "Name in Thai", Width = 28)]
    public required string NameTh { get; init; }

    [Column(ColumnKind.Text, "ชื่อ (อังกฤษ)", "English name", "ชื่อภาษาอังกฤษ", "Name in English", Width = 28)]
    public required string NameEn { get; init; }

    [Column(ColumnKind.Code, "รหัสหน่วยเหนือ", "Parent", "รหัสของหน่วยที่สังกัด", "Code of the unit it lies in")]
    public string? Parent { get; init; }

    [Column(ColumnKind.Text, "หน่วยเหนือ", "Parent name", "ชื่อของหน่วยที่สังกัด", "Thai name of the unit it lies in")]
    public string? ParentName { get; init; }

    [Column(ColumnKind.Text, "ชุดหน่วย", "Sets", "ชุดหน่วยที่เป็นสมาชิก คั่นด้วย ;", "Unit sets it belongs to, separated by ;", Width = 32)]
    public IReadOnlyList<string> Sets { get; init; } = [];

    [Column(
        ColumnKind.YesNo,
        "ในระบบนี้",
        "Managed",
        "ระบบนี้ดูแลหน่วยนี้ ไม่ใช่เพียงกล่าวถึง",
        "Handled by this installation, not only mentioned"
    )]
    public required bool Managed { get; init; }
}
