using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;

namespace CddFunctions.Board;

/// <summary>A task that a unit has not handed in, though it was due at <paramref name="DueAt"/>, <paramref name="Days"/> days ago.</summary>
public sealed record LateTask(CampaignTask Task, Obligation Row, DateTimeOffset DueAt, int Days);

/// <summary>Pure: who is late with what. Its length is the number "overdue" on every page and in the workbook.</summary>
public static class LateTasks
{
    /// <summary>Most days first, then in the order of the programme and of the codes.</summary>
    public static IReadOnlyList<LateTask> Of(LaunchedCampaign campaign, IEnumerable<Obligation> rows, DateTimeOffset now) =>
        [
            .. from row in rows
            let task = campaign.FindTask(row.Task)!
            where LedgerFigures.StateOf(row, task) is WorkState.Overdue
            let due = Urgency.DueAt(row)!.Value
            orderby due
            select new LateTask(task, row, due, DueRules.DaysLate(due, now)),
        ];
}
