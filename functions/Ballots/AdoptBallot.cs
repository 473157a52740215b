using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots;

/// <summary>
/// Takes over a ballot that a version without guards froze: from then on its state and its envelopes are guarded. Nobody can tell
/// whether they were altered before, so only the installation's administrator does this, once, and the result says it.
/// </summary>
public sealed class AdoptBallot(BallotStore store, RollBooks books, EnvelopeStore envelopes, BallotRecord record, TimeProvider clock)
{
    public async Task<Outcome<BallotView>> RunAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        var ballot = await store.PeekAsync(target, ct);
        if (!ballot.Older)
            return GuardProblems.NothingToAdopt();
        if (Person.Of(caller) is not Person.Installation)
            return GuardProblems.NotTheInstallation();

        var book = await books.OfAsync(target, ballot, ct);
        var taken = 0;
        foreach (var voter in book.Entries)
            taken += await envelopes.AdoptAsync(target, voter.Key, ct) ? 1 : 0;

        var deed = record.Of(target, caller, AuditDeed.BallotAdopted, $"envelopes={taken}");
        if (!await store.TryWriteAsync(target, ballot, ballot.State with { Adopted = new(taken, clock.GetUtcNow()) }, deed, ct))
            return GuardProblems.NothingToAdopt();

        return BallotView.Of(target, await store.FindAsync(target, ct), clock.GetUtcNow());
    }
}
