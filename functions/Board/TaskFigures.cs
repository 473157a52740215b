using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Reporting.Summaries;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;

namespace CddFunctions.Board;

/// <summary>How one task stands over all units that owe it. Counts are units.</summary>
/// <param name="Owed">Some unit still has to hand in.</param>
public sealed record TaskFigures(CampaignTask Task, ChoiceGroup? Choice, DateTimeOffset? DueAt, Tally Tally, bool Owed)
{
    /// <summary>Every managed task in the order of the programme, also those whose units are not chosen yet.</summary>
    public static IReadOnlyList<TaskFigures> Of(LaunchedCampaign campaign, IReadOnlyList<Obligation> rows)
    {
        var byTask = rows.ToLookup(r => r.Task, StringComparer.Ordinal);
        return [.. campaign.ManagedTasks.Select(t => Of(campaign, t, [.. byTask[t.Id]]))];
    }

    private static TaskFigures Of(LaunchedCampaign campaign, CampaignTask task, Obligation[] rows) =>
        new(
            task,
            campaign.ChoiceOf(task),
            DueRules.DueAt(campaign, task),
            LedgerFigures.Of(campaign, rows),
            rows.Any(r => Urgency.IsOwed(r))
        );
}
