namespace CddFunctions.Tests.Demo;

/// <summary>
/// How one task stands: units by state, and first hand-ins on time, late and missing. Without a date nothing is on time or late.
/// </summary>
public sealed record Figures(int Accepted, int Submitted, int Returned, int Overdue, int Open, int OnTime, int Late, int Missing)
{
    public static Figures Of(IEnumerable<IReadOnlyDictionary<string, object?>> task)
    {
        var rows = task.ToList();
        return new(
            In("accepted"),
            In("submitted"),
            In("returned"),
            In("overdue"),
            In("open"),
            rows.Count(r => r["onTime"] is true),
            rows.Count(r => r["onTime"] is false),
            rows.Count(r => r["submittedAt"] is null)
        );

        int In(string state) => rows.Count(r => string.Equals(r["state"] as string, state, StringComparison.Ordinal));
    }

    /// <summary>Every task of the workbook against the table that was worked out from the story by hand.</summary>
    public static void AssertEqual(IReadOnlyDictionary<string, Figures> expected, ExportedTable obligations)
    {
        var found = obligations
            .Rows.GroupBy(r => (string)r["task"]!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, Of, StringComparer.Ordinal);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, e => Assert.Equal((e.Key, e.Value), (e.Key, found[e.Key])));
    }

    /// <summary>
    /// The printed page against the same table. Owed, handed in, accepted, returned, on time, late, overdue; without a
    /// date there is a dash. <paramref name="excused"/>: units that need the task no more, by task.
    /// </summary>
    public static void AssertEqual(
        IReadOnlyDictionary<string, Figures> expected,
        ExportedTable obligations,
        IReadOnlyDictionary<string, object?[]> summary,
        IReadOnlyDictionary<string, int>? excused = null
    )
    {
        foreach (var task in obligations.Rows.DistinctBy(r => r["task"]))
        {
            var figures = expected[(string)task["task"]!];
            Assert.Equal(
                (
                    task["task"],
                    string.Join(' ', figures.Line(excused?.GetValueOrDefault((string)task["task"]!) ?? 0, dated: task["dueAt"] is not null))
                ),
                (task["task"], string.Join(' ', summary[(string)task["taskTitle"]!].Skip(2)))
            );
        }
    }

    private object[] Line(int excused, bool dated)
    {
        var handedIn = Accepted + Submitted + Returned;
        var owed = Accepted + Submitted + Returned + Overdue + Open - excused;
        object[] timing = dated ? [OnTime, Late, Overdue] : ["–", "–", "–"];
        return [owed, handedIn, Accepted, Returned, .. timing, $"{handedIn} / {owed}", 100.0 * handedIn / owed];
    }
}
