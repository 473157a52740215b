using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;

namespace CddFunctions.Board;

/// <summary>How one task stands over all units that owe it. Counts are units.</summary>
/// <param name="OnTime">Handed in by the due time; <paramref name="Late"/> after it. Neither counts tasks without a date.</param>
/// <param name="Overdue">Past the due time and not handed in.</param>
/// <param name="Owed">Some unit still has to hand in.</param>
public sealed record TaskFigures(
    CampaignTask Task,
    ChoiceGroup? Choice,
    DateTimeOffset? DueAt,
    int Units,
    int HandedIn,
    int Accepted,
    int OnTime,
    int Late,
    int Overdue,
    bool Owed
)
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
            rows.Length,
            rows.Count(r => r.SubmittedAt is not null),
            rows.Count(r => r.State is ObligationState.Accepted),
            rows.Count(r => r.OnTime is true),
            rows.Count(r => r.OnTime is false),
            rows.Count(r => r.State is ObligationState.Overdue),
            rows.Any(r => Urgency.IsOwed(r))
        );
}
