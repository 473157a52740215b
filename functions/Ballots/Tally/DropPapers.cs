using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Tally;

/// <summary>
/// What a certification ends with: each paper is replaced by its hash, the wrapped key is dropped, and then the store overwrites what
/// its files still hold of either. A run that was cut short is begun again, by another request or by the timer.
/// </summary>
public sealed class DropPapers(BallotStore store, EnvelopeStore envelopes, BallotRecord record)
{
    private const int AtOnce = 64;

    /// <summary>Certified, and something of the papers or the key is left.</summary>
    public static bool IsDue(LiveBallot ballot) =>
        ballot.State is { Certified: not null } and not { Certified.Scrubbed: true, Frozen.Vault: null };

    /// <param name="caller">Null for the timer.</param>
    public async Task<LiveBallot> RunAsync(BallotTarget target, Caller? caller, CancellationToken ct)
    {
        await Parallel.ForEachAsync(
            envelopes.EachAsync(target, ct),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (document, cancelled) => await envelopes.ScrubAsync(document, cancelled)
        );

        var ballot = await store.FindAsync(target, ct);
        while (ballot.State.Frozen is { Vault: not null } frozen)
        {
            await store.TryWriteAsync(target, ballot, ballot.State with { Frozen = frozen with { Vault = null } }, null, ct);
            ballot = await store.FindAsync(target, ct);
        }

        await store.ShredAsync(ct);
        while (ballot.State.Certified is { Scrubbed: false } certified)
        {
            var state = ballot.State with { Certified = certified with { Scrubbed = true } };
            await store.TryWriteAsync(target, ballot, state, record.Of(target, caller, AuditDeed.PapersDropped), ct);
            ballot = await store.FindAsync(target, ct);
        }

        return ballot;
    }
}
