using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>The paper of a voter, and whether it was used.</summary>
public sealed class Papers(BallotStore store, RollBooks books, CastVote cast, TimeProvider clock)
{
    public async Task<Outcome<PaperView>> OfAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Frozen is null)
            return BallotProblems.NotOpen(BallotPhase.Preparing, ballot);

        var book = await books.OfAsync(target, ballot, ct);
        if (await cast.VoterAsync(target, book, caller, ct) is not { } voter)
            return IdentityProblems.NotYours();

        var candidates = book.Candidates.Where(c => ballot.Definition.Candidates.SelfVote || c.Key != voter).ToList();
        return new PaperView(
            BallotView.Of(target, ballot, clock.GetUtcNow()),
            book.Find(voter)!,
            await cast.HasVotedAsync(target, voter, ct),
            ballot.Definition.Abstain,
            candidates
        );
    }

    /// <returns>The receipt of the vote that this session cast; null when it cast none.</returns>
    public async Task<string?> ReceiptAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        return ballot.State.Frozen is not null && await cast.VoterAsync(target, await books.OfAsync(target, ballot, ct), caller, ct) is { } voter
            ? await cast.ReceiptAsync(target, voter, ct)
            : null;
    }
}
