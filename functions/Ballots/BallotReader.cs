namespace CddFunctions.Ballots;

/// <summary>A ballot as it stands, for the pages.</summary>
public sealed class BallotReader(BallotStore store, TimeProvider clock)
{
    public Task<LiveBallot> FindAsync(BallotTarget target, CancellationToken ct) => store.FindAsync(target, ct);

    /// <summary>To be looked at only: also as a version without guards left it.</summary>
    public Task<LiveBallot> PeekAsync(BallotTarget target, CancellationToken ct) => store.PeekAsync(target, ct);

    public BallotPhase PhaseOf(LiveBallot ballot) => BallotWindow.PhaseOf(ballot, clock.GetUtcNow());

    public BallotView ViewOf(BallotTarget target, LiveBallot ballot) => BallotView.Of(target, ballot, clock.GetUtcNow());
}
