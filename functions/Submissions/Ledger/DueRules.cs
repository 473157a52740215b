using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Ledger;

/// <summary>Pure: due instants and punctuality (docs/rules.md 2.3, rules 1 to 3).</summary>
public static class DueRules
{
    /// <summary>End of the due day at the campaign's cut-off in Bangkok, as a UTC instant; null for a task without a date.</summary>
    public static DateTimeOffset? DueAt(LaunchedCampaign campaign, CampaignTask task) =>
        campaign.DueOf(task) is { } due ? EndOf(campaign, due) : null;

    public static DateTimeOffset? ExtendedTo(LaunchedCampaign campaign, Extension? extension) =>
        extension is null ? null : Bangkok.EndOf(extension.Until, campaign.Definition.Calendar.Cutoff);

    /// <summary>
    /// On time = received no later than the due second, or the extension's. Null without a date. A hand-in is judged by
    /// the due instant in force when it came, so an amendment makes nothing late that was on time.
    /// </summary>
    public static bool? OnTime(DateTimeOffset submittedAt, DateTimeOffset? dueAt, DateTimeOffset? extendedTo) =>
        Later(dueAt, extendedTo) is { } limit ? !IsPast(limit, submittedAt) : null;

    /// <summary>
    /// The last second in which a hand-in is taken; null when there is no end. It may be later than the due instant, and the hand-in is
    /// then marked late. A list of people is not taken after its freeze either. An extension that ends later opens the task again
    /// (docs/rules.md 2.3, rule 3).
    /// </summary>
    public static DateTimeOffset? ClosesAt(LaunchedCampaign campaign, CampaignTask task, Extension? extension) =>
        Earlier(LateEnd(campaign, task), FrozenAt(campaign, task)) is { } end ? Later(end, ExtendedTo(campaign, extension)) : null;

    /// <summary>
    /// The last second in which the list of people that a task hands in may change: its own freeze, or that of a vote whose voters are
    /// on it. Null when nothing freezes it.
    /// </summary>
    public static DateTimeOffset? FrozenAt(LaunchedCampaign campaign, CampaignTask task) =>
        campaign.RosterOf(task) is not { } roster
            ? null
            : campaign
                .Definition.Ballots.Where(b => b.Managed && string.Equals(b.Electorate.Roster, roster.Id, StringComparison.Ordinal))
                .Select(b => b.Electorate.Freeze)
                .Append(roster.Freeze)
                .OfType<string>()
                .Select(m => (DateTimeOffset?)EndOf(campaign, campaign.Milestone(m)))
                .Min();

    private static DateTimeOffset? LateEnd(LaunchedCampaign campaign, CampaignTask task) =>
        campaign.DueOf(task) is { } due && task.Late is { } late && !(late.Accept && late.Until is null)
            ? EndOf(campaign, late.Accept ? campaign.Milestone(late.Until!) : due)
            : null;

    /// <summary>True once the whole due second has gone by: 23:59:59.9 is still within 23:59:59.</summary>
    public static bool IsPast(DateTimeOffset dueAt, DateTimeOffset now) => !Bangkok.IsInTime(now, dueAt);

    /// <summary>Calendar days in Bangkok after the due day; 0 = on time, or later on the due day itself.</summary>
    public static int DaysLate(DateTimeOffset dueAt, DateTimeOffset at) =>
        IsPast(dueAt, at) ? Bangkok.DateOf(at).DayNumber - Bangkok.DateOf(dueAt).DayNumber : 0;

    /// <summary>The last second of a milestone: at its own time of day, else at the campaign's cut-off.</summary>
    public static DateTimeOffset EndOf(LaunchedCampaign campaign, Milestone milestone) =>
        Bangkok.EndOf(milestone.LastDay, milestone.Time ?? campaign.Definition.Calendar.Cutoff);

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a > b ? b : a ?? b;

    /// <summary>The later of the two; the one there is when the other is missing.</summary>
    public static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) =>
        a is null || b is null ? a ?? b
        : a > b ? a
        : b;
}
