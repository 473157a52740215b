using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots;

public enum BallotPhase
{
    /// <summary>The roll is not frozen yet.</summary>
    Preparing,

    /// <summary>Frozen, and the window lies ahead.</summary>
    Waiting,
    Open,
    Closed,
}

/// <summary>Pure: when votes are taken (ry-l2 ข้อ ๒). Both ends count as whole seconds, as everywhere in the product.</summary>
public static class BallotWindow
{
    public static (DateTimeOffset Opens, DateTimeOffset Closes) Of(LaunchedCampaign campaign, Ballot ballot)
    {
        var window = campaign.Milestone(ballot.Window);
        return (
            Bangkok.EndOf(window.FirstDay, window.FromTime ?? TimeOnly.MinValue),
            Bangkok.EndOf(window.LastDay, window.Time ?? campaign.Definition.Calendar.Cutoff)
        );
    }

    public static BallotPhase PhaseOf(LiveBallot ballot, DateTimeOffset now)
    {
        if (ballot.State.Frozen is not { } frozen)
            return BallotPhase.Preparing;
        if (ballot.State.Sealed is not null || ballot.State.SeenClosed is not null || IsOver(ballot, now))
            return BallotPhase.Closed;
        return now < frozen.Opens ? BallotPhase.Waiting : BallotPhase.Open;
    }

    /// <summary>True once voting is over: from the very instant of a stop, or when the whole second of a close has passed.</summary>
    private static bool IsOver(LiveBallot ballot, DateTimeOffset now) =>
        ballot.State.Changes is [.., { Stop: true } stop] ? now >= stop.Until : !Bangkok.IsInTime(now, ballot.Closes!.Value);
}
