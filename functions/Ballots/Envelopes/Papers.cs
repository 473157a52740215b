using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>The paper of a voter. Only the sign-in that cast the vote learns from it that the vote is in.</summary>
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
        var receipt = ballot.State.Sealed is null ? await cast.ReceiptAsync(target, voter, caller, ct) : null;
        return new PaperView(
            BallotView.Of(target, ballot, clock.GetUtcNow()),
            book.Find(voter)!,
            receipt is not null,
            ballot.Definition.Abstain,
            candidates,
            receipt?.Receipt
        );
    }
}
