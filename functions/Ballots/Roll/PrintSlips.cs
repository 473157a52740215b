using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Roll;

/// <summary>A voter with the code that works now.</summary>
public sealed record VoterSlip(RollEntry Voter, string Code);

/// <summary>The slips of a whole roll, or one of them. That they were printed is on record, because whoever holds them can vote.</summary>
public sealed class PrintSlips(BallotStore store, RollBooks books, Codes codes, BallotRecord record)
{
    /// <param name="entry">Id of the one voter whose slip is printed; null for all.</param>
    public async Task<Outcome<IReadOnlyList<VoterSlip>>> RunAsync(BallotTarget target, Caller caller, string? entry, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Frozen is null)
            return BallotProblems.RollNotFrozen();

        var slips = new List<VoterSlip>();
        foreach (var voter in (await books.OfAsync(target, ballot, ct)).Entries)
        {
            if (entry is null || string.Equals(voter.Id, entry, StringComparison.Ordinal))
                slips.Add(new(voter, await codes.CurrentAsync(target, voter.Key, ct)));
        }
        if (slips.Count == 0)
            return BallotProblems.VoterNotFound();

        await record.AppendAsync(target, caller, AuditDeed.SlipsPrinted, $"slips={slips.Count}");
        return slips;
    }
}
