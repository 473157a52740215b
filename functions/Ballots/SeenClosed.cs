namespace CddFunctions.Ballots;

/// <summary>
/// Writes down that a ballot was seen closed, the first time that anybody asks after the close: a refused vote, the turnout, the
/// timer, the tally. From then on a clock that is turned back does not open it again.
/// </summary>
public sealed class SeenClosed(BallotStore store, TimeProvider clock)
{
    /// <returns>True when this call wrote it.</returns>
    public async Task<bool> NoteAsync(BallotTarget target, LiveBallot ballot, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return ballot is { Older: false, State: { SeenClosed: null, Sealed: null } }
            && BallotWindow.PhaseOf(ballot, now) is BallotPhase.Closed
            && await store.TryWriteAsync(target, ballot, ballot.State with { SeenClosed = now }, null, ct);
    }
}
