using System.Globalization;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Summaries;

/// <summary>The summary as the cells of its page.</summary>
internal static class SummaryLines
{
    private const string None = "–";

    private static readonly TimeSpan EndOfDay = new(23, 59, 0);

    public static IReadOnlyList<(string Caption, double Width)> Columns { get; } =
    [
        ("งาน", 50),
        ("กำหนดส่ง", 26),
        ("ต้องส่ง", 9),
        ("ส่งแล้ว", 9),
        ("รับแล้ว", 9),
        ("ส่งกลับ\nแก้ไข", 9),
        ("ทัน\nกำหนด", 9),
        ("ช้า", 9),
        ("เกินกำหนด\nยังไม่ส่ง", 12),
        ("ส่งแล้ว /\nต้องส่ง", 12),
        ("ร้อยละ", 9),
    ];

    public static Cell[] Of(TaskSummary task) =>
        Line(task.Title, DueText(task.DueAt, task.DueBasis), task.Tally, dated: task.DueAt is not null);

    /// <summary>
    /// The line of a choice group. What is on time, late or overdue is counted by task;
    /// of a group it is only known how many units have done enough.
    /// </summary>
    public static Cell[] Of(ChoiceSummary choice) =>
        [
            Cell.Of($"ครบตามทางเลือก (หน่วย): {string.Join(" หรือ ", choice.TaskTitles)}"),
            Cell.Of(None),
            Cell.Of(choice.Units),
            .. Enumerable.Repeat(Cell.Of(None), 6),
            .. Share(choice.Met, choice.Units),
        ];

    public static Cell[] Total(Tally total) => Line("รวม", None, total, dated: true);

    /// <summary>
    /// The due time in words: Thai short date, the time unless it is the end of
    /// the day, and the basis of the date unless a letter states it.
    /// </summary>
    public static string DueText(DateTimeOffset? dueAt, DueBasis basis)
    {
        if (dueAt is not { } due)
            return "ไม่มีกำหนด";

        var local = due.ToOffset(ThaiTime.Bangkok);
        var time = local.TimeOfDay >= EndOfDay ? "" : string.Create(CultureInfo.InvariantCulture, $" {local:HH.mm} น.");
        return ThaiTime.Short(ThaiTime.DateOf(due)) + time + Mark(basis);
    }

    private static string Mark(DueBasis basis) =>
        basis switch
        {
            DueBasis.Stated => "",
            DueBasis.Inferred => " (อนุมาน)",
            DueBasis.Assumed => " (สมมติ)",
            DueBasis.Platform => " (ของระบบ)",
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
        };

    /// <param name="dated">
    /// False for a task without a date: it shows dashes for on time, late and overdue, because a 0 there would read as praise.
    /// </param>
    private static Cell[] Line(string title, string due, Tally t, bool dated) =>
        [
            Cell.Of(title),
            Cell.Of(due),
            Cell.Of(t.Owed),
            Cell.Of(t.HandedIn),
            Cell.Of(t.Accepted),
            Cell.Of(t.Returned),
            When(dated, t.OnTime),
            When(dated, t.Late),
            When(dated, t.Overdue),
            .. Share(t.HandedIn, t.Owed),
        ];

    private static Cell When(bool dated, int count) => dated ? Cell.Of(count) : Cell.Of(None);

    private static Cell[] Share(int part, int whole) =>
        [
            Cell.Of(string.Create(CultureInfo.InvariantCulture, $"{part:N0} / {whole:N0}")),
            whole == 0 ? Cell.Of(None) : Cell.Of(100m * part / whole),
        ];
}
