using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Summaries;
using State = CddFunctions.Reporting.Datasets.ObligationState;

namespace CddFunctions.Submissions.Ledger;

/// <summary>
/// Pure: obligations named and counted by the rules of the workbook, so that no page shows another word or number for the same thing.
/// </summary>
public static class LedgerFigures
{
    public static WorkState StateOf(Obligation row, CampaignTask task) =>
        WorkStates.Of(ToRow(row.State), task.Reviewer is not null, row.ChoiceMet);

    public static Tally Of(Obligation row, CampaignTask task) => Tally.Of(StateOf(row, task), row.OnTime, row.ChoiceMet);

    public static Tally Of(LaunchedCampaign campaign, IEnumerable<Obligation> rows) =>
        rows.Aggregate(default(Tally), (sum, r) => sum + Of(r, campaign.FindTask(r.Task)!));

    public static State ToRow(ObligationState state) =>
        state switch
        {
            ObligationState.Open => State.Open,
            ObligationState.Submitted => State.Submitted,
            ObligationState.Returned => State.Returned,
            ObligationState.Accepted => State.Accepted,
            ObligationState.Overdue => State.Overdue,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
