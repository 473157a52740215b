using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;

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

    private static readonly CellState[] ByUrgency = [CellState.Overdue, CellState.Returned, CellState.Waiting, CellState.Open];

    public static BoardView Of(LaunchedCampaign campaign, IEnumerable<Obligation> rows, BoardFilter filter)
    {
        var left = rows.Where(r => Leaves(filter, r)).Select(r => new Placed(r, campaign.FindTask(r.Task)!)).ToList();
        var groups = left.GroupBy(p => LevelOf(campaign, p.Task), StringComparer.Ordinal)
            .Select(g => Group(campaign, g.Key, [.. g], filter.State))
            .Where(g => g.Rows.Count > 0)
            .OrderByDescending(g => g.Rows.Sum(r => Count(r, CellState.Overdue)))
            .ThenBy(g => RankOf(campaign, g.Level))
            .ToList();

        var units = groups.Sum(g => g.Units);
        var most = RowsPerPage(groups);
        var pages = Math.Max(1, (units + most - 1) / most);
        var page = Math.Min(filter.Page, pages);
        return new(Cut(groups, (page - 1) * most, most), ShareOf(left), left.CountBy(p => p.State).ToDictionary(), units, page, pages);
    }

    /// <summary>
    /// True when the district and the task of the filter let an obligation through. The state of the filter is asked of whole units.
    /// </summary>
    public static bool Leaves(BoardFilter filter, Obligation row) =>
        (filter.Task is null || string.Equals(row.Task, filter.Task, StringComparison.Ordinal))
        && (filter.District is null || row.Unit.StartsWith(filter.District, StringComparison.Ordinal));

    private static BoardGroup Group(LaunchedCampaign campaign, string level, List<Placed> placed, CellState? state)
    {
        var byTask = placed.ToLookup(p => p.Row.Task, StringComparer.Ordinal);
        var columns = campaign
            .ManagedTasks.Where(t => byTask.Contains(t.Id))
            .Select(t => new BoardColumn(t, ShareOf([.. byTask[t.Id]])))
            .ToList();
        var place = columns.Select((c, i) => (c.Task.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        var rows = placed
            .GroupBy(p => p.Row.Unit, StringComparer.Ordinal)
            .Where(u => state is null || u.Any(p => p.State == state))
            .Select(u => Row([.. u], place))
            .ToList();
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

    private static int Count(BoardRow row, CellState state) => row.Cells.Count(c => c?.State == state);

    /// <summary>
    /// The share of obligations that are handed in. An obligation that another task of its choice group has replaced does not count:
    /// it would keep a finished office below 100%.
    /// </summary>
    private static Share ShareOf(IReadOnlyCollection<Placed> placed) =>
        new(placed.Count(p => p.Row.SubmittedAt is not null), placed.Count(p => p.State is not CellState.NotNeeded));

    private static string LevelOf(LaunchedCampaign campaign, CampaignTask task) =>
        task.Per is { } set ? campaign.FindUnitSet(set)!.Level : campaign.Province.Level;

    private static int RankOf(LaunchedCampaign campaign, string level) =>
        campaign.Definition.Levels.FirstOrDefault(l => string.Equals(l.Id, level, StringComparison.Ordinal))?.Rank ?? int.MaxValue;

    private sealed record Placed(Obligation Row, CampaignTask Task)
    {
        public CellState State { get; } = CellStates.Of(Row, Task);
    }
}
