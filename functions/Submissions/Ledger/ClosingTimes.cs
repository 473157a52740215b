using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Ledger;

/// <summary>What ends for a task.</summary>
public enum ClosingKind
{
    /// <summary>Who has not handed in by then is late.</summary>
    Due,

    /// <summary>The end of late hand-ins, which are taken and marked until then (docs/rules.md 2.3, rule 3).</summary>
    LateEnd,

    /// <summary>The period of the work. It ends without making anything late.</summary>
    WindowEnd,
}

/// <param name="At">The last second that still counts, in UTC.</param>
public sealed record ClosingTime(DateTimeOffset At, ClosingKind Kind, CampaignTask Task);

/// <summary>Pure: the instants at which something closes for everybody. Extensions are for one unit and close nothing.</summary>
public static class ClosingTimes
{
    public static IEnumerable<ClosingTime> Of(LaunchedCampaign campaign)
    {
        foreach (var task in campaign.ManagedTasks)
        {
            if (DueRules.DueAt(campaign, task) is { } dueAt)
            {
                yield return new(dueAt, ClosingKind.Due, task);
                if (DueRules.ClosesAt(campaign, task, extension: null) is { } end && end > dueAt)
                    yield return new(end, ClosingKind.LateEnd, task);
            }

            if (task.Window is { } window)
                yield return new(DueRules.EndOf(campaign, campaign.Milestone(window)), ClosingKind.WindowEnd, task);
        }
    }
}
