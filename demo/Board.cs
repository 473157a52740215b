namespace CddFunctions.Demo;

/// <summary>How each task of a campaign stands at the end, counted from the obligations as anyone may read them.</summary>
public static class Board
{
    private static readonly string[] States = ["accepted", "submitted", "returned", "overdue", "open"];
    private static readonly string[] Captions = ["รับแล้ว", "รอตรวจ", "ส่งกลับ", "เกินกำหนด", "ยังไม่ส่ง"];

    public static async Task PrintAsync(Actor viewer, DateTimeOffset asOf, TextWriter output, CancellationToken ct)
    {
        var rows = (await viewer.GetAsync("obligations", ct))
            .Body!.AsArray()
            .Select(r => new Row(
                r!["task"]!.GetValue<string>(),
                r["state"]!.GetValue<string>(),
                r["dueAt"]?.GetValue<DateTimeOffset>(),
                r["onTime"]?.GetValue<bool>()
            ))
            .ToList();

        await output.WriteLineAsync($"\n{Line("งาน / task", [.. Captions, "ทันกำหนด n / N"])}");
        await output.WriteLineAsync(Line("", [.. States, "on time"]));
        foreach (var task in rows.GroupBy(r => r.Task, StringComparer.Ordinal))
        {
            var counts = States.Select(s => $"{task.Count(r => string.Equals(r.State, s, StringComparison.Ordinal))}");
            await output.WriteLineAsync(Line(task.Key, [.. counts, OnTime([.. task], asOf)]));
        }
    }

    /// <summary>n / N once it is due; before that, or without a date, there is nothing to count.</summary>
    private static string OnTime(Row[] rows, DateTimeOffset asOf) =>
        rows[0].DueAt is not { } due ? "–"
        : due > asOf ? "ยังไม่ถึงกำหนด"
        : $"{rows.Count(r => r.OnTime is true)} / {rows.Length}";

    private static string Line(string task, IReadOnlyList<string> cells) =>
        ColumnText.Pad(task, 26) + string.Concat(cells.Select(c => ColumnText.PadLeft(c, c.Length > 10 ? 16 : 12)));

    private sealed record Row(string Task, string State, DateTimeOffset? DueAt, bool? OnTime);
}
