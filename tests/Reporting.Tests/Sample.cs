using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Tests;

/// <summary>Made-up rows; every person and number in them is obviously invented.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset AsOf = new(2024, 5, 15, 9, 59, 59, TimeSpan.Zero);

    public static readonly ExportContext Context = new(
        "rayong-2567",
        new("องค์กรคุณธรรม จังหวัดระยอง", "Virtue organisation, Rayong"),
        AsOf,
        "3"
    );

    public static DatasetRows Rows(
        IEnumerable<ObligationRow>? obligations = null,
        IEnumerable<SubmissionRow>? submissions = null,
        IEnumerable<RosterEntryRow>? roster = null,
        IEnumerable<UnitRow>? units = null,
        IEnumerable<TaskRow>? tasks = null,
        IEnumerable<DateRow>? dates = null,
        IEnumerable<RosterChangeRow>? changes = null
    ) =>
        new(
            (obligations ?? []).ToAsyncEnumerable(),
            (submissions ?? []).ToAsyncEnumerable(),
            (roster ?? []).ToAsyncEnumerable(),
            (changes ?? []).ToAsyncEnumerable(),
            (units ?? []).ToAsyncEnumerable(),
            (tasks ?? []).ToAsyncEnumerable(),
            (dates ?? []).ToAsyncEnumerable()
        );

    public static ObligationRow Obligation(string unit = "2101", string title = "ส่งเล่ม") =>
        new()
        {
            Campaign = "rayong-2567",
            Task = "t-book",
            TaskTitle = title,
            Unit = unit,
            UnitName = "เมืองระยอง",
            DueAt = new(2024, 5, 15, 16, 59, 59, TimeSpan.Zero),
            IsDue = false,
            State = ObligationState.Accepted,
            SubmittedAt = new(2024, 5, 14, 18, 30, 5, 999, TimeSpan.Zero),
            OnTime = true,
            DaysLate = 0,
            ReviewDays = 1.5m,
            Revision = 1234,
            Mandatory = true,
            DueBasis = DueBasis.Stated,
        };

    public static RosterEntryRow Person(string given = "สมมติ", string phone = "0800000000") =>
        new()
        {
            Campaign = "phayao-2564",
            Roster = "leaders",
            Unit = "560101",
            UnitName = "เวียง",
            No = 1,
            Title = "นาย",
            Given = given,
            Family = "ทดสอบ",
            Phone = phone,
            Status = "kept",
            State = ObligationState.Submitted,
        };

    public static RosterChangeRow Change(string name = "สมมติ ทดสอบ") =>
        new()
        {
            Campaign = "phayao-2564",
            Roster = "leaders",
            Unit = "560101",
            UnitName = "เวียง",
            Kind = RosterChangeKind.Removed,
            Name = name,
        };

    public static UnitRow Unit(string code, string nameTh, string nameEn = "Test") =>
        new()
        {
            Campaign = "rayong-2567",
            Unit = code,
            Level = "district",
            NameTh = nameTh,
            NameEn = nameEn,
            Sets = ["districts", "all"],
            Managed = true,
        };

    public static TaskRow Task(int expected) =>
        new()
        {
            Campaign = "rayong-2567",
            Task = "t-book",
            TitleTh = "ส่งเล่ม",
            TitleEn = "Volume",
            Kind = "submit",
            Owner = "district-officer",
            OwnerTitle = "เจ้าหน้าที่อำเภอ",
            DueDate = new(2024, 5, 15),
            DueBasis = DueBasis.Stated,
            Mandatory = true,
            Managed = true,
            Expected = expected,
            Clause = ["ry-l1 ข้อ ๔", "ry-l2 ข้อ ๓"],
        };

    public static SubmissionRow Submission(string? reason) =>
        new()
        {
            Campaign = "rayong-2567",
            Task = "t-book",
            Unit = "2101",
            UnitName = "เมืองระยอง",
            Receipt = "R-0001",
            Revision = 1,
            DefinitionRevision = "3",
            SubmittedAt = AsOf,
            Decision = ReviewDecision.Return,
            Reason = reason,
            Files = 1,
            Warnings = 0,
            LostFiles = 0,
        };

    /// <summary>Texts that break writers: would-be formulas, quotes, breaks, marks, controls, look-alike escapes.</summary>
    public static readonly string[] Hostile =
    [
        "=1+1",
        "+66800000000",
        "-x",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "'ก่อน",
        "0123",
        "1e5",
        "TRUE",
        "15/05/2567",
        "เขา \"พูด\" ว่า, ดี",
        "บรรทัดแรก\nบรรทัดสอง",
        "a\r\nb",
        "  เว้นวรรค  ",
        "ปั๊มน้ำที่ก็ดี กำ",
        "👩‍🌾🌾",
        "<b>&amp;</b>",
        "_x0041_",
        "_x",
        "\u0001\u000B",
        "]]>",
        "\uFFFE",
        "#REF!",
    ];
}
