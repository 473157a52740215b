using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Roll;

/// <summary>
/// Mends one entry of a roll that is not frozen, or takes it off. The roll gets a new hash, so nobody freezes another one than was read.
/// </summary>
public sealed class CorrectRoll(BallotStore store, RollStore rolls, RollBooks books, PutRoll put, BallotRecord record)
{
    /// <param name="entry">Id of the voter on the roll; a corrected entry keeps it.</param>
    /// <param name="row">What is right, in the columns of the staff register; null to take the entry off.</param>
    /// <returns>Refused once the roll is frozen, for an unknown entry, for one that would stand on it twice, and for the last.</returns>
    public async Task<Outcome<RollAnswer>> RunAsync(BallotTarget target, Caller caller, string entry, JsonObject? row, CancellationToken ct)
    {
        var before = await store.FindAsync(target, ct);
        if (before.State.Frozen is not null)
            return BallotProblems.RollFrozen();
        if (before.State.Roll is null)
            return BallotProblems.RollEmpty();

        var entries = (await books.OfAsync(target, before, ct)).Entries.ToList();
        if (entries.FindIndex(e => string.Equals(e.Id, entry, StringComparison.Ordinal)) is not (>= 0 and var at))
            return BallotProblems.VoterNotFound();

        var right = row is null ? null : RollReader.ToEntry(target, row, new HashSet<ulong>()) with { Id = entry };
        entries.RemoveAt(at);
        if (right is not null && entries.Exists(e => string.Equals(PutRoll.Same(e), PutRoll.Same(right), StringComparison.Ordinal)))
            return PutRoll.Twice([0]);
        if (right is not null)
            entries.Insert(at, right);
        if (entries.Count == 0)
            return BallotProblems.RollEmpty();

        var state = await put.WithRollAsync(target, before.State, entries, ct);
        var deed = record.Of(target, caller, AuditDeed.RollCorrected, $"entry={entry} {PutRoll.Audited(state.Voters, state.RollHash!)}");
        if (!await store.TryWriteAsync(target, before, state, deed, ct))
            return BallotProblems.RollChanged();

        await rolls.EmptyAsync(target, before.State, ct);
        return PutRoll.Answer(target, state);
    }
}
