using System.Runtime.CompilerServices;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Summaries;

/// <summary>How one task stands.</summary>
/// <param name="DueAt">Due time without extensions: these are given to single units, and count when it is decided what is on time.</param>
internal sealed record TaskSummary(string Title, DateTimeOffset? DueAt, DueBasis DueBasis, string? ChoiceGroup, Tally Tally);

/// <summary>A choice group: of <paramref name="Units"/> that must do some of the tasks, <paramref name="Met"/> have done enough.</summary>
internal sealed record ChoiceSummary(IReadOnlyList<string> TaskTitles, int Units, int Met);

/// <summary>Adds obligations up by task while they stream past: what it keeps grows with the tasks, not with the rows.</summary>
internal sealed class Summary
{
    private readonly OrderedDictionary<string, TaskSummary> _tasks = new(StringComparer.Ordinal);

    /// <summary>In the order in which they first came.</summary>
    public IEnumerable<TaskSummary> Tasks => _tasks.Values;

    /// <summary>One summary for each choice group. A unit of a group owes all its tasks, so all of them have the same units.</summary>
    public IEnumerable<ChoiceSummary> Choices =>
        _tasks
            .Values.Where(t => t.ChoiceGroup is not null)
            .GroupBy(t => t.ChoiceGroup!, StringComparer.Ordinal)
            .Select(g => new ChoiceSummary([.. g.Select(t => t.Title)], g.Max(t => t.Tally.Units), g.Max(t => t.Tally.ChoiceMet)));

    public Tally Total => _tasks.Values.Aggregate(default(Tally), (sum, t) => sum + t.Tally);

    public void Add(ObligationRow row)
    {
        var known = _tasks.GetValueOrDefault(row.Task) ?? new(row.TaskTitle, row.DueAt, row.DueBasis, row.ChoiceGroup, default);
        _tasks[row.Task] = known with { Tally = known.Tally + Tally.Of(row) };
    }

    /// <summary>Passes the rows on unchanged, and adds each of them up as it is taken.</summary>
    public async IAsyncEnumerable<ObligationRow> WatchAsync(
        IAsyncEnumerable<ObligationRow> rows,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            Add(row);
            yield return row;
        }
    }
}
