using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Manage;

/// <summary>Takes a proposed change of the window back before anybody has confirmed it. Whoever may propose may do it.</summary>
public sealed class WithdrawProposal(BallotStore store, BallotRecord record, TimeProvider clock)
{
    /// <param name="proposal">Id of the proposal that the caller has read: no other is taken back.</param>
    public async Task<Outcome<BallotView>> RunAsync(BallotTarget target, Caller caller, string? proposal, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Proposed is not { } proposed)
            return BallotProblems.NothingProposed();
        if (!string.Equals(proposed.Id, proposal, StringComparison.Ordinal))
            return BallotProblems.ProposalChanged(proposed);

        var state = ballot.State with { Proposed = null };
        return await store.TryWriteAsync(target, ballot, state, record.Of(target, caller, AuditDeed.ProposalWithdrawn), ct)
            ? BallotView.Of(target, ballot with { State = state }, clock.GetUtcNow())
            : BallotProblems.ProposalChanged(null);
    }
}
