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
/// <remarks>
/// A request that is sent again is recognised by its sign-in or its attempt key, never by what it chooses: it gets the first receipt,
/// whatever it chooses now. The order of the checks leaks least: a paper that cannot be counted is refused before anybody looks whether the
/// entry has voted, so the only way to ask that is a paper that would be the vote.
/// </remarks>
public sealed class CastVote(
    BallotStore store,
    RollBooks books,
    Codes codes,
    EnvelopeStore envelopes,
    BallotKeys keys,
    SeenClosed closed,
    TimeProvider clock
)
{
    /// <summary>Least length of an attempt key, in characters. A shorter one could be guessed.</summary>
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
        {
            await closed.NoteAsync(target, ballot, ct);
            return BallotProblems.NotOpen(phase, ballot);
        }

        var book = await books.OfAsync(target, ballot, ct);
        if (await VoterAsync(target, book, caller, ct) is not { } voter)
            return IdentityProblems.NotYours();
        if (PaperRules.Read(ballot.Definition, book, voter, request).IsRefused(out var refusal, out var choices))
            return refusal;

        var marks = Marks(target, voter, VoterLink.Session(caller), attempt);
        var paper = SealedPaper.Seal(Convert.FromBase64String(ballot.State.Frozen!.PublicKey), target.Name, choices);
        var mark = marks.Length > 0 ? string.Join(' ', marks) : null;
        return await envelopes.TryCreateAsync(target, voter, Bangkok.DateOf(now), paper, mark, ct) is { } created
            ? await AcknowledgeAsync(target, created.Receipt, ct)
            : await AgainAsync(target, voter, marks, ct);
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

    /// <summary>The receipt of the vote that this very sign-in cast, so that its page can be opened again.</summary>
    /// <returns>Null for anybody else, also for another sign-in with the same code: whether an entry has voted is told to nobody.</returns>
    public async Task<VoteAnswer?> ReceiptAsync(BallotTarget target, ulong voter, Caller caller, CancellationToken ct) =>
        await envelopes.FindAsync(target, voter, ct) is { Own: { } own }
        && IsMarked(own, Marks(target, voter, VoterLink.Session(caller), null))
            ? new VoteAnswer(own.Envelope.Receipt)
            : null;

    /// <summary>
    /// Somebody voted for this entry before. A document that this application did not make there is no vote, and nobody is told that it
    /// were one; it shows in the result.
    /// </summary>
    private async Task<Outcome<VoteAnswer>> AgainAsync(BallotTarget target, ulong voter, string[] marks, CancellationToken ct)
    {
        if (await envelopes.FindAsync(target, voter, ct) is not { Own: { } own })
            return GuardProblems.EnvelopeAltered();
        return IsMarked(own, marks) ? await AcknowledgeAsync(target, own.Envelope.Receipt, ct) : BallotProblems.AlreadyVoted();
    }

    private static bool IsMarked(OwnEnvelope own, string[] marks) =>
        own.Envelope.Retry is { } kept && kept.Split(' ').Intersect(marks, StringComparer.Ordinal).Any();

    private string[] Marks(BallotTarget target, ulong voter, string? session, string? attempt) =>
        [
            .. new[] { ("sign-in", session), ("attempt", attempt is { Length: >= ShortestAttempt } ? attempt : null) }
                .Where(m => m.Item2 is not null)
                .Select(m => Convert.ToBase64String(keys.Retry(target, voter, m.Item1, m.Item2!))),
        ];

    /// <summary>
    /// Gives the receipt if the tally has not begun. The tally first marks that it begins and then lists the envelopes: a vote
    /// that is stored while that mark is missing is therefore in the list.
    /// </summary>
    private async Task<Outcome<VoteAnswer>> AcknowledgeAsync(BallotTarget target, string receipt, CancellationToken ct) =>
        await store.FindAsync(target, ct) is { State.Sealed: not null } closed
            ? BallotProblems.NotOpen(BallotPhase.Closed, closed)
            : new VoteAnswer(receipt);
}
