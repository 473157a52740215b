using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Tally;

/// <param name="Result">Hash of the result that the caller has read (<see cref="ResultView.Hash"/>): no other is certified.</param>
public sealed record CertifyRequest(string? Result = null);

/// <summary>
/// Certifies a result, and later publishes it (docs/rules.md 2.4). Whoever tallied may do neither. Certification drops papers and key
/// (<see cref="DropPapers"/>); after that nothing connects a voter to a choice.
/// </summary>
public sealed class Certify(BallotStore store, DropPapers papers, BallotRecord record, Administrators administrators, TimeProvider clock)
{
    private static readonly Text TallyAgain = new(
        "ให้ผู้ดูแลอีกคนนับคะแนนใหม่ก่อนรับรอง แล้วท่านรับรองได้",
        "let another administrator tally again before the certification; then you can certify."
    );

    private static readonly Text Certifier = new("ให้ผู้ที่รับรองผลเป็นผู้ประกาศ", "let whoever certified publish it.");

    /// <summary>Certifies. A repeated request replaces the papers that an interrupted one left.</summary>
    public async Task<Outcome<ResultView>> RunAsync(BallotTarget target, Caller caller, CertifyRequest request, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        do
        {
            if (await RefuseAsync(target, ballot, caller, request, ct) is { } refusal)
                return refusal;
            if (ballot.State.Certified is not null)
                break;

            var signer = await administrators.SignAsync(target, caller, ct);
            var deed = record.Of(target, caller, AuditDeed.Certified, $"receipts={ballot.State.Tally!.ReceiptsSha256}");
            var certified = new Certificate(Person.Of(caller), signer.At, Signer: signer);
            await store.TryWriteAsync(target, ballot, ballot.State with { Certified = certified }, deed, ct);
            ballot = await store.FindAsync(target, ct);
        } while (true);

        if (DropPapers.IsDue(ballot))
            ballot = await papers.RunAsync(target, caller, ct);
        return ContestView.Of(ballot, ballot.State.Tally!);
    }

    public async Task<Outcome<ResultView>> PublishAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Tally is null)
            return TallyProblems.NotTallied();
        if (ballot.State.Certified is not { Scrubbed: true })
            return TallyProblems.NotCertified();
        // Whoever certified was somebody else then, also in a ballot that an older version certified.
        if (
            !string.Equals(ballot.State.Certified.By, Person.Of(caller), StringComparison.Ordinal)
            && await administrators.RefuseAsync(target, caller, Counted(ballot.State), Certifier, ct) is { } same
        )
            return same;

        while (ballot.State.Published is null)
        {
            var state = ballot.State with { Published = new(Person.Of(caller), clock.GetUtcNow()) };
            await store.TryWriteAsync(target, ballot, state, record.Of(target, caller, AuditDeed.Published), ct);
            ballot = await store.FindAsync(target, ct);
        }

        return ContestView.Of(ballot, ballot.State.Tally!);
    }

    private async Task<Problem?> RefuseAsync(
        BallotTarget target,
        LiveBallot ballot,
        Caller caller,
        CertifyRequest request,
        CancellationToken ct
    )
    {
        if (ballot.State.Tally is not { } tally)
            return TallyProblems.NotTallied();
        if (await administrators.RefuseAsync(target, caller, Counted(ballot.State), TallyAgain, ct) is { } same)
            return same;
        if (!string.Equals(request.Result, tally.Hash, StringComparison.Ordinal))
            return TallyProblems.ResultChanged();
        if (!tally.Balanced)
            return TallyProblems.Unbalanced();
        return tally.OpenTies is { Count: > 0 } open ? TallyProblems.TieOpen(open) : null;
    }

    /// <summary>Everybody who had a hand in the result: who began the tally, who finished it, and who wrote down how a tie ended.</summary>
    private static IEnumerable<string?> Counted(BallotState state) =>
        [state.Sealed?.By, state.Tally?.By, .. state.Tally?.Contests.Select(c => c.Tie?.By) ?? []];
}
