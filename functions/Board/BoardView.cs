using CddFunctions.Campaigns.Model;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Board;

/// <summary>A part of a whole, such as 2 of 3 units; the part is never shown without the whole.</summary>
public sealed record Share(int Part, int Whole)
{
    /// <summary>
    /// 2 / 3 (67%), rounded as in a workbook; but 100% is shown only when nothing is missing, and 0% only when the part is 0.
    /// </summary>
    public override string ToString() => Whole == 0 ? $"{Part:N0} / {Whole:N0}" : $"{Part:N0} / {Whole:N0} ({Percent}%)";

    private decimal Percent =>
        Part == 0 || Part == Whole ? 100 * Part / Whole : Math.Clamp(Math.Round(100m * Part / Whole, MidpointRounding.AwayFromZero), 1, 99);
}

/// <summary>One task of a matrix, over all units of its level that the filter leaves.</summary>
public sealed record BoardColumn(CampaignTask Task, Share HandedIn);

/// <param name="Late">Handed in, but after the due time.</param>
public sealed record BoardCell(WorkState State, bool Late);

/// <param name="Cells">One for each column; null where the unit does not owe that task.</param>
public sealed record BoardRow(string Unit, string UnitName, IReadOnlyList<BoardCell?> Cells, Share HandedIn);

/// <summary>The units of one level with the tasks of that level.</summary>
/// <param name="Units">How many the filter leaves, on all pages; <paramref name="Rows"/> are those of this page.</param>
public sealed record BoardGroup(string Level, IReadOnlyList<BoardColumn> Columns, int Units, IReadOnlyList<BoardRow> Rows);

/// <param name="HandedIn">Over everything that the filter by district and task leaves, like <paramref name="States"/>.</param>
/// <param name="Units">Rows on all pages.</param>
public sealed record BoardView(
    IReadOnlyList<BoardGroup> Groups,
    Share HandedIn,
    IReadOnlyDictionary<WorkState, int> States,
    int Units,
    int Page,
    int Pages
);
