using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns;

/// <summary>A round of a contest that judges what a task hands in.</summary>
public sealed record RoundUse(Round Round, DateTimeOffset OpensAt)
{
    public bool HasOpened(DateTimeOffset now) => now >= OpensAt;
}

/// <summary>
/// Pure: when rounds open. Contests are not run here yet, so a round has opened once the first instant of its period has passed; one
/// without a period never opens by itself.
/// </summary>
public static class RoundRules
{
    /// <summary>The round that uses the task first, whether it is run here or elsewhere; null when none with a period does.</summary>
    public static RoundUse? FirstUse(LaunchedCampaign campaign, CampaignTask task) =>
        campaign
            .Definition.Rounds.Where(r => r.Window is not null && Uses(r, task))
            .Select(r => new RoundUse(r, OpensAt(campaign.Milestone(r.Window!))))
            .MinBy(u => u.OpensAt);

    private static bool Uses(Round round, CampaignTask task) =>
        round.Requires?.Contains(task.Id, StringComparer.Ordinal) is true || task.Feeds?.Contains(round.Id, StringComparer.Ordinal) is true;

    private static DateTimeOffset OpensAt(Milestone window) => Bangkok.EndOf(window.FirstDay, window.FromTime ?? TimeOnly.MinValue);
}
