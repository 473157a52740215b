using System.Security.Cryptography;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots.Envelopes;

/// <param name="Receipt">Keep it: after the close it is in the list of envelopes counted.</param>
public sealed record VoteAnswer(string Receipt);

/// <summary>
/// Casts a vote by creating one document, unless the voter already has one. A receipt is given only when the tally had not begun
/// after the vote was stored, so every vote with a receipt is counted. Nothing is logged, and neither address, device nor time of
/// day is kept (docs/rules.md 2.4).
/// </summary>
public sealed class CastVote(
    BallotStore store,
    RollBooks books,
    Codes codes,
    EnvelopeStore envelopes,
    BallotKeys keys,
    RecentVotes recent,
    TimeProvider clock
)
{
    /// <summary>Least length of an attempt key, in characters. A hash with a shorter key could betray the choices.</summary>
    public const int ShortestAttempt = 16;

    /// <param name="attempt">Random text of the sender, the same when the request is sent again.</param>
    public async Task<Outcome<VoteAnswer>> RunAsync(
        BallotTarget target,
        Caller caller,
        VoteRequest request,
        string? attempt,
        CancellationToken ct
    )
    {
        var ballot = await store.FindAsync(target, ct);
        var now = clock.GetUtcNow();
        if (BallotWindow.PhaseOf(ballot, now) is not BallotPhase.Open and var phase)
            return BallotProblems.NotOpen(phase, ballot);

        var book = await books.OfAsync(target, ballot, ct);
        if (await VoterAsync(target, book, caller, ct) is not { } voter)
            return IdentityProblems.NotYours();
        if (PaperRules.Read(ballot.Definition, book, voter, request).IsRefused(out var refusal, out var choices))
            return refusal;

        return
            await CastAsync(target, ballot, voter, choices, attempt is { Length: >= ShortestAttempt } ? attempt : null, ct) is { } receipt
            ? await AcknowledgeAsync(target, receipt, ct)
            : BallotProblems.AlreadyVoted();
    }

    /// <returns>The entry of the caller; null when it is not on this roll, when its slip was replaced since, or when the caller is no
    /// voter of this programme.</returns>
    public async Task<ulong?> VoterAsync(BallotTarget target, RollBook book, Caller caller, CancellationToken ct)
    {
        if (Caller.Refuse(caller, target.Campaign.Id, CallerRole.Voter) is not null)
            return null;
        if (VoterLink.Read(caller) is not { } voter || book.Find(voter.Key) is null)
            return null;

        var replaced = voter.Generation is { } generation && await codes.GenerationAsync(target, voter.Key, ct) != generation;
        return replaced ? null : voter.Key;
    }

    public async Task<bool> HasVotedAsync(BallotTarget target, ulong voter, CancellationToken ct) =>
        await envelopes.FindAsync(target, keys.VoterTag(target, voter), ct) is not null;

    public async Task<string?> ReceiptAsync(BallotTarget target, ulong voter, CancellationToken ct) =>
        (await envelopes.FindAsync(target, keys.VoterTag(target, voter), ct))?.Receipt;

    private async Task<string?> CastAsync(
        BallotTarget target,
        LiveBallot ballot,
        ulong voter,
        ulong[] choices,
        string? attempt,
        CancellationToken ct
    )
    {
        var tag = keys.VoterTag(target, voter);
        var said = string.Join(',', choices.Select(RollEntry.Text));
        var retry = attempt is null ? null : Convert.ToBase64String(keys.Retry(target, voter, attempt, said));
        var paper = SealedPaper.Seal(Convert.FromBase64String(ballot.State.Frozen!.PublicKey), target.Name, choices);
        var envelope = new Envelope(Bangkok.DateOf(clock.GetUtcNow()), Convert.ToBase64String(paper), VoteReceipt.Of(paper), retry);
        var mark = $"{target.Name}|{Convert.ToHexString(tag)}";
        if (await envelopes.TryCreateAsync(target, tag, envelope, ct))
        {
            recent.Add(mark, said);
            return envelope.Receipt;
        }

        return await envelopes.FindAsync(target, tag, ct) is { } earlier && (SameText(earlier.Retry, retry) || recent.Knows(mark, said))
            ? earlier.Receipt
            : null;
    }

    /// <summary>
    /// Gives the receipt if the tally has not begun. The tally first marks that it begins and then lists the envelopes: a vote
    /// that is stored while that mark is missing is therefore in the list.
    /// </summary>
    private async Task<Outcome<VoteAnswer>> AcknowledgeAsync(BallotTarget target, string receipt, CancellationToken ct) =>
        await store.FindAsync(target, ct) is { State.Sealed: not null } closed
            ? BallotProblems.NotOpen(BallotPhase.Closed, closed)
            : new VoteAnswer(receipt);

    private static bool SameText(string? a, string? b) =>
        a is not null && b is not null && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(a), Convert.FromBase64String(b));
}
