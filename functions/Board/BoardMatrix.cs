using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Summaries;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Board;

/// <summary>
/// Pure: obligations as matrices of units and tasks, one for each level of units, because a tambon owes other tasks than
/// its province. The most urgent comes first: the level with the most overdue, and in it the unit with the most overdue.
/// </summary>
public static class BoardMatrix
{
    /// <summary>Cells on a page: with a link and a name in each, the page stays under 150 KB.</summary>
    private const int MostCells = 440;
    private const int MostRows = 100;
    private const int FewestRows = 5;

    private static readonly WorkState[] ByUrgency = [WorkState.Overdue, WorkState.Returned, WorkState.Waiting, WorkState.Open];

    public static BoardView Of(LaunchedCampaign campaign, IEnumerable<Obligation> rows, BoardFilter filter)
    {
        var left = rows.Where(filter.Leaves).Select(r => new Placed(r, campaign.FindTask(r.Task)!)).ToList();
        var shown = left.Where(p => filter.State is null || p.State == filter.State);
        var groups = shown
            .GroupBy(p => LevelOf(campaign, p.Task), StringComparer.Ordinal)
            .Select(g => Group(campaign, g.Key, [.. g]))
            .OrderByDescending(g => g.Rows.Sum(r => Count(r, WorkState.Overdue)))
            .ThenBy(g => RankOf(campaign, g.Level))
            .ToList();

        var units = groups.Sum(g => g.Units);
        var most = RowsPerPage(groups);
        var pages = Math.Max(1, (units + most - 1) / most);
        var page = Math.Min(filter.Page, pages);
        return new(Cut(groups, (page - 1) * most, most), ShareOf(left), left.CountBy(p => p.State).ToDictionary(), units, page, pages);
    }

    private static BoardGroup Group(LaunchedCampaign campaign, string level, List<Placed> placed)
    {
        var byTask = placed.ToLookup(p => p.Row.Task, StringComparer.Ordinal);
        var columns = campaign
            .ManagedTasks.Where(t => byTask.Contains(t.Id))
            .Select(t => new BoardColumn(t, ShareOf([.. byTask[t.Id]])))
            .ToList();
        var place = columns.Select((c, i) => (c.Task.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        var rows = placed.GroupBy(p => p.Row.Unit, StringComparer.Ordinal).Select(u => Row([.. u], place)).ToList();
        var sorted = rows.OrderByDescending(r => Count(r, ByUrgency[0]));
        foreach (var next in ByUrgency[1..])
            sorted = sorted.ThenByDescending(r => Count(r, next));
        return new(level, columns, rows.Count, [.. sorted.ThenBy(r => r.Unit, StringComparer.Ordinal)]);
    }

    private static BoardRow Row(IReadOnlyList<Placed> placed, Dictionary<string, int> place)
    {
        var cells = new BoardCell?[place.Count];
        foreach (var p in placed)
            cells[place[p.Row.Task]] = new(p.State, p.Row.OnTime is false);
        return new(placed[0].Row.Unit, placed[0].Row.UnitName, cells, ShareOf(placed));
    }

    /// <summary>The rows of one page, with the groups that they are in.</summary>
    private static List<BoardGroup> Cut(IReadOnlyList<BoardGroup> groups, int skip, int take)
    {
        var shown = new List<BoardGroup>();
        foreach (var group in groups)
        {
            var rows = group.Rows.Skip(skip).Take(take).ToList();
            (skip, take) = (Math.Max(0, skip - group.Units), take - rows.Count);
            if (rows.Count > 0)
                shown.Add(group with { Rows = rows });
        }

        return shown;
    }

    private static int RowsPerPage(IReadOnlyList<BoardGroup> groups) =>
        Math.Clamp(MostCells / groups.Select(g => g.Columns.Count).DefaultIfEmpty(1).Max(), FewestRows, MostRows);

    private static int Count(BoardRow row, WorkState state) => row.Cells.Count(c => c?.State == state);

    /// <summary>What is handed in of what is owed.</summary>
    private static Share ShareOf(IEnumerable<Placed> placed)
    {
        var tally = placed.Aggregate(default(Tally), (sum, p) => sum + LedgerFigures.Of(p.Row, p.Task));
        return new(tally.HandedIn, tally.Owed);
    }

    private static string LevelOf(LaunchedCampaign campaign, CampaignTask task) =>
        task.Per is { } set ? campaign.FindUnitSet(set)!.Level : campaign.Province.Level;

    private static int RankOf(LaunchedCampaign campaign, string level) =>
        campaign.Definition.Levels.FirstOrDefault(l => string.Equals(l.Id, level, StringComparison.Ordinal))?.Rank ?? int.MaxValue;

    private sealed record Placed(Obligation Row, CampaignTask Task)
    {
        public WorkState State { get; } = LedgerFigures.StateOf(Row, Task);
    }
}
