namespace CddFunctions.Ballots.Manage;

/// <summary>What is done to hold a vote, in its order (docs/rules.md 2.4).</summary>
public enum VoteStep
{
    Roll,
    Freeze,
    Slips,
    Vote,
    Tally,
    Ties,
    Certify,
    Publish,
    Papers,
}

public enum StepStands
{
    Done,
    Now,
    Later,

    /// <summary>Nothing to be done in this vote: there is no tie.</summary>
    Needless,
}

/// <summary>Pure: where a vote stands.</summary>
public static class VoteSteps
{
    public static readonly IReadOnlyList<VoteStep> All = Enum.GetValues<VoteStep>();

    public static StepStands Of(VoteStep step, LiveBallot ballot, BallotPhase phase)
    {
        var state = ballot.State;
        var open = state.Tally?.OpenTies.Count;
        return step switch
        {
            VoteStep.Roll => Stands(state.Roll is not null, true),
            VoteStep.Freeze => Stands(state.Frozen is not null, state.Roll is not null),
            VoteStep.Slips or VoteStep.Vote => Stands(phase is BallotPhase.Closed, state.Frozen is not null),
            VoteStep.Tally => Stands(state.Tally is not null, phase is BallotPhase.Closed),
            VoteStep.Ties when open is 0 && !state.Tally!.Contests.Any(c => c.Tie?.By is not null) => StepStands.Needless,
            VoteStep.Ties => Stands(open is 0, open is not null),
            VoteStep.Certify => Stands(state.Certified is { Scrubbed: true }, open is 0),
            VoteStep.Publish => Stands(state.Published is not null, state.Certified is { Scrubbed: true }),
            _ => state.Published is null ? StepStands.Later : StepStands.Now,
        };
    }

    private static StepStands Stands(bool done, bool now) =>
        done ? StepStands.Done
        : now ? StepStands.Now
        : StepStands.Later;
}
