namespace CddFunctions.Reporting.Datasets;

public enum ReviewDecision
{
    Accept,
    Return,
}

[Dataset(
    "submissions",
    "การส่งงาน",
    "Submissions",
    "หนึ่งแถวต่อหนึ่งฉบับที่ส่ง พร้อมผลการตรวจ",
    "One row per revision that was handed in, with its review"
)]
public sealed record SubmissionRow
{
    [CampaignColumn]
    public required string Campaign { get; init; }

    [TaskColumn(Width = 20)]
    public required string Task { get; init; }

    [UnitColumn]
    public required string Unit { get; init; }

    [UnitNameColumn]
    public required string UnitName { get; init; }

    [Column(ColumnKind.Code, "เลขรับ", "Receipt", "เลขที่ใบรับของการส่ง", "Receipt of the hand-in", Width = 18)]
    public required string Receipt { get; init; }

    [Column(ColumnKind.Whole, "ฉบับที่", "Revision", "ลำดับฉบับ เริ่มที่ 1", "Number of the revision, from 1")]
    public required int Revision { get; init; }

    [Column(
        ColumnKind.Code,
        "รุ่นของแผนงาน",
        "Definition revision",
        "รุ่นของคำนิยามแผนงานที่ใช้เมื่อส่ง",
        "Revision of the campaign definition it was made under"
    )]
    public required string DefinitionRevision { get; init; }

    [Column(ColumnKind.Instant, "ส่งเมื่อ", "Submitted at", "วันเวลาที่ส่งฉบับนี้", "When this revision was handed in")]
    public required DateTimeOffset SubmittedAt { get; init; }

    [Column(
        ColumnKind.Date,
        "วันที่ส่ง",
        "Submitted date",
        "วันที่ส่งฉบับนี้ ใช้เชื่อมกับตาราง dates",
        "Day of the hand-in; joins with dates"
    )]
    public DateOnly SubmittedDate => ThaiTime.DateOf(SubmittedAt);

    [Column(
        ColumnKind.YesNo,
        "ทันกำหนด",
        "On time",
        "ส่งไม่เกินกำหนด ว่างเมื่องานไม่มีกำหนด",
        "By the deadline; empty for a task without one"
    )]
    public bool? OnTime { get; init; }

    [Column(
        ColumnKind.Code,
        "ผลการตรวจ",
        "Decision",
        "accept รับ หรือ return ส่งกลับ ว่างเมื่อยังไม่ตรวจ",
        "accept or return; empty before the review"
    )]
    public ReviewDecision? Decision { get; init; }

    [Column(
        ColumnKind.Text,
        "เหตุผล",
        "Reason",
        "เหตุผลของผู้ตรวจ เป็นข้อความอิสระจึงถือเป็นข้อมูลส่วนบุคคล",
        "The reviewer's reason; free text, so treated as personal",
        Width = 40,
        Personal = true
    )]
    public string? Reason { get; init; }

    [Column(ColumnKind.Instant, "ตรวจเมื่อ", "Decided at", "วันเวลาที่ตรวจฉบับนี้", "When this revision was reviewed")]
    public DateTimeOffset? DecidedAt { get; init; }

    [Column(ColumnKind.Whole, "ไฟล์", "Files", "จำนวนไฟล์แนบ", "Number of files")]
    public required int Files { get; init; }

    [Column(ColumnKind.Whole, "หน้า", "Pages", "จำนวนหน้ารวมของไฟล์ PDF", "Pages of all PDF files")]
    public int? Pages { get; init; }

    [Column(ColumnKind.Whole, "วิดีโอ (วินาที)", "Video seconds", "ความยาวรวมของวิดีโอเป็นวินาที", "Length of all videos in seconds")]
    public int? VideoSeconds { get; init; }

    [Column(ColumnKind.Whole, "คำเตือน", "Warnings", "จำนวนคำเตือนที่ไม่ทำให้ส่งไม่ได้", "Warnings that did not refuse it")]
    public required int Warnings { get; init; }

    [Column(
        ColumnKind.Whole,
        "ไฟล์ที่หาย",
        "Lost files",
        "จำนวนไฟล์ที่รับไว้แต่ไม่อยู่ในที่เก็บแล้ว ต้องขอส่งใหม่หรือกู้คืน",
        "Files that were taken but are no longer in the store: to be asked for again, or restored"
    )]
    public required int LostFiles { get; init; }
}
