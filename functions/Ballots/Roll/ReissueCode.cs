using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Roll;

/// <summary>A new code for a slip that was lost; the old one is dead then. Whose was replaced is on record, the code nowhere.</summary>
public sealed class ReissueCode(BallotStore store, RollBooks books, Codes codes, BallotRecord record)
{
    /// <param name="entry">Id of the voter on the roll.</param>
    /// <returns>The code as a slip shows it; refused before the freeze, and for somebody who is not on the roll.</returns>
    public async Task<Outcome<CodeRequest>> RunAsync(BallotTarget target, Caller caller, string entry, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Frozen is null)
            return BallotProblems.RollNotFrozen();
        if (RollEntry.Parse(entry) is not { } voter || (await books.OfAsync(target, ballot, ct)).Find(voter) is null)
            return BallotProblems.VoterNotFound();

        var deed = record.Of(target, caller, AuditDeed.CodeReissued, $"entry={entry}");
        return new CodeRequest(VoterCode.Show(await codes.ReissueAsync(target, voter, deed, ct)));
    }
}
