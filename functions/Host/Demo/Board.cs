namespace CddFunctions.Host.Demo;

/// <summary>How each task of a campaign stands at the end, counted from the obligations as anyone may read them.</summary>
public static class Board
{
    private static readonly string[] States = ["accepted", "submitted", "returned", "overdue", "open"];
    private static readonly string[] Captions = ["รับแล้ว", "รอตรวจ", "ส่งกลับ", "เกินกำหนด", "ยังไม่ส่ง"];

    public static async Task PrintAsync(Actor viewer, TextWriter output, CancellationToken ct)
    {
        var rows = (await viewer.GetAsync("obligations", ct)).Body!.AsArray().Select(r => new Row(
            r!["task"]!.GetValue<string>(), r["state"]!.GetValue<string>(), r["dueAt"] is not null, r["onTime"]?.GetValue<bool>())).ToList();

        await output.WriteLineAsync($"\n{Line("งาน / task", [.. Captions, "ทันกำหนด n / N"])}");
        await output.WriteLineAsync(Line("", [.. States, "on time"]));
        foreach (var task in rows.GroupBy(r => r.Task, StringComparer.Ordinal))
        {
            var counts = States.Select(s => $"{task.Count(r => string.Equals(r.State, s, StringComparison.Ordinal))}");
            var onTime = task.First().HasDate ? $"{task.Count(r => r.OnTime is true)} / {task.Count()}" : "–";
            await output.WriteLineAsync(Line(task.Key, [.. counts, onTime]));
        }
    }

    private static string Line(string task, IReadOnlyList<string> cells) =>
        ColumnText.Pad(task, 26) + string.Concat(cells.Select(c => ColumnText.PadLeft(c, c.Length > 10 ? 16 : 12)));

    private sealed record Row(string Task, string State, bool HasDate, bool? OnTime);
}
