using System.Security.Cryptography;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots.Tally;

/// <summary>
/// Certifies a result, and later publishes it (docs/rules.md 2.4). Whoever tallied may do neither. Certification replaces each
/// paper by its hash; after that nothing connects a voter to a choice.
/// </summary>
public sealed class Certify(BallotStore store, EnvelopeStore envelopes, BallotRecord record, TimeProvider clock)
{
    private const int AtOnce = 64;

    /// <summary>Certifies. A repeated request replaces the papers that an interrupted one left.</summary>
    public async Task<Outcome<ResultView>> RunAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        var by = Person.Of(caller);
        var ballot = await store.FindAsync(target, ct);
        if (Refuse(ballot, by) is { } refusal)
            return refusal;

        while (ballot.State.Certified is null)
        {
            var deed = record.Of(target, caller, AuditDeed.Certified, $"receipts={ballot.State.Tally!.ReceiptsSha256}");
            await store.TryWriteAsync(target, ballot, ballot.State with { Certified = new(by, clock.GetUtcNow()) }, deed, ct);
            ballot = await store.FindAsync(target, ct);
        }

        if (!ballot.State.Certified.Scrubbed)
            ballot = await ScrubAsync(target, caller, ct);
        return ContestView.Of(ballot, ballot.State.Tally!);
    }

    public async Task<Outcome<ResultView>> PublishAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        var by = Person.Of(caller);
        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Tally is null)
            return TallyProblems.NotTallied();
        if (ballot.State.Certified is not { Scrubbed: true })
            return TallyProblems.NotCertified();
        if (IsTallier(ballot, by))
            return TallyProblems.SecondPerson();

        while (ballot.State.Published is null)
        {
            var state = ballot.State with { Published = new(by, clock.GetUtcNow()) };
            await store.TryWriteAsync(target, ballot, state, record.Of(target, caller, AuditDeed.Published), ct);
            ballot = await store.FindAsync(target, ct);
        }

        return ContestView.Of(ballot, ballot.State.Tally!);
    }

    private static Problem? Refuse(LiveBallot ballot, string by)
    {
        if (ballot.State.Tally is not { } tally)
            return TallyProblems.NotTallied();
        if (IsTallier(ballot, by))
            return TallyProblems.SecondPerson();
        if (!tally.Balanced)
            return TallyProblems.Unbalanced();
        return tally.OpenTies is { Count: > 0 } open ? TallyProblems.TieOpen(open) : null;
    }

    /// <summary>True for whoever finished the tally and for whoever began it.</summary>
    private static bool IsTallier(LiveBallot ballot, string by) =>
        string.Equals(ballot.State.Tally?.By, by, StringComparison.Ordinal)
        || string.Equals(ballot.State.Sealed?.By, by, StringComparison.Ordinal);

    private async Task<LiveBallot> ScrubAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        await Parallel.ForEachAsync(
            envelopes.EachAsync(target, ct),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (document, cancelled) => await ScrubAsync(document, cancelled)
        );

        var ballot = await store.FindAsync(target, ct);
        while (ballot.State.Certified is { Scrubbed: false } certified)
        {
            var state = ballot.State with { Certified = certified with { Scrubbed = true } };
            await store.TryWriteAsync(target, ballot, state, record.Of(target, caller, AuditDeed.PapersDropped), ct);
            ballot = await store.FindAsync(target, ct);
        }

        return ballot;
    }

    /// <summary>
    /// Replaces the paper of an envelope by its hash. A write that loses a race is not repeated: the other request has done the same.
    /// </summary>
    private async Task ScrubAsync(Document document, CancellationToken ct)
    {
        if (document.Read<Envelope>() is { Inner: { } inner } envelope)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(inner)));
            await envelopes.TryReplaceAsync(document, envelope with { Inner = null, Retry = null, InnerHash = hash }, ct);
        }
    }
}
