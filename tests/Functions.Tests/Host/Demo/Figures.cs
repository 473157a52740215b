namespace CddFunctions.Tests.Host.Demo;

/// <summary>How one task stands: units by state, and first hand-ins on time, late and missing. Without a date nothing is on time or late.</summary>
public sealed record Figures(int Accepted, int Submitted, int Returned, int Overdue, int Open, int OnTime, int Late, int Missing)
{
    public static Figures Of(IEnumerable<IReadOnlyDictionary<string, object?>> task)
    {
        var rows = task.ToList();
        return new(
            In("accepted"), In("submitted"), In("returned"), In("overdue"), In("open"),
            rows.Count(r => r["onTime"] is true), rows.Count(r => r["onTime"] is false), rows.Count(r => r["submittedAt"] is null));

        int In(string state) => rows.Count(r => string.Equals(r["state"] as string, state, StringComparison.Ordinal));
    }

    /// <summary>Every task of the workbook against the table that was worked out from the story by hand.</summary>
    public static void AssertEqual(IReadOnlyDictionary<string, Figures> expected, ExportedTable obligations)
    {
        var found = obligations.Rows.GroupBy(r => (string)r["task"]!, StringComparer.Ordinal).ToDictionary(g => g.Key, Of, StringComparer.Ordinal);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, e => Assert.Equal((e.Key, e.Value), (e.Key, found[e.Key])));
    }
}
