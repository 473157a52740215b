using System.Security.Cryptography;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Tally;

/// <param name="Again">Counts anew although there is a result: before the certification only. Whoever asks for it is the one who
/// tallied.</param>
public sealed record TallyRequest(bool Again = false);

/// <summary>A tally that is not finished: ask again.</summary>
public sealed record TallyUnderWay(int Opened, int Voted);

/// <summary>The result, or how far the tally is.</summary>
public sealed record TallyAnswer(ResultView? Result, TallyUnderWay? UnderWay = null);

/// <summary>
/// Counts after the close. It first writes that it begins: nothing is acknowledged from then on. A tally that crashes or
/// takes longer than a request may goes on from its last place; one that is done answers with what it found.
/// </summary>
public sealed class RunTally(
    BallotStore store,
    CountPapers papers,
    RollBooks books,
    BallotKeys keys,
    Turnout turnout,
    Receipts receipts,
    BallotRecord record,
    Administrators administrators,
    TimeProvider clock
)
{
    /// <summary>
    /// How often the papers are counted until lists and feeds agree. Votes that were still arriving at the close are stored before the
    /// second count. What still differs in the last is not balanced.
    /// </summary>
    private const int Attempts = 3;

    public async Task<Outcome<TallyAnswer>> RunAsync(BallotTarget target, Caller caller, TallyRequest request, CancellationToken ct)
    {
        var ballot = await SealAsync(target, await store.FindAsync(target, ct), caller, request, ct);
        if (request.Again && ballot.State.Certified is not null)
            return TallyProblems.TallyFinal();
        if (ballot.State.Tally is { } done)
            return new TallyAnswer(ContestView.Of(ballot, done));
        if ((await keys.OpenAsync(target, ballot, caller, ct)).IsRefused(out var refusal, out var key))
            return refusal;

        using (key)
        {
            for (var attempt = 1; ; attempt++)
            {
                var (counts, finished) = await papers.CountAsync(target, ballot, key, ct);
                var voted = await turnout.CountAsync(target, ballot, ct);
                var all = finished ? await receipts.ReadAsync(target, ct) : [];
                if (!finished)
                    return new TallyAnswer(null, new(counts.Opened, voted));
                await papers.ForgetAsync(target, ballot, ct); // either the count is final, or it has to start again
                if (attempt == Attempts || (voted == counts.Envelopes && all.Length == counts.Envelopes - counts.Foreign))
                    return await FinishAsync(target, ballot, counts, voted, Receipts.Hash(all), caller, ct);
            }
        }
    }

    /// <summary>Writes that a count begins: the first one, or one anew, which forgets the result and what was decided on ties.</summary>
    private async Task<LiveBallot> SealAsync(
        BallotTarget target,
        LiveBallot ballot,
        Caller caller,
        TallyRequest request,
        CancellationToken ct
    )
    {
        var anew = request.Again ? ballot.State.Tally : null;
        while (IsToBegin())
        {
            var run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            var state = ballot.State with { Sealed = new(Person.Of(caller), clock.GetUtcNow(), run), Proposed = null, Tally = null };
            await store.TryWriteAsync(target, ballot, state, record.Of(target, caller, AuditDeed.TallyBegun), ct);
            ballot = await store.FindAsync(target, ct);
        }

        return ballot;

        bool IsToBegin() =>
            ballot.State.Sealed is null
                ? BallotWindow.PhaseOf(ballot, clock.GetUtcNow()) is BallotPhase.Closed
                : anew is not null
                    && ballot.State.Certified is null
                    && string.Equals(ballot.State.Tally?.Hash, anew.Hash, StringComparison.Ordinal);
    }

    /// <summary>Stores the result. Of two tallies at once the first to write counts; both have counted the same papers.</summary>
    private async Task<TallyAnswer> FinishAsync(
        BallotTarget target,
        LiveBallot ballot,
        PaperCounts counts,
        int voted,
        string receiptsHash,
        Caller caller,
        CancellationToken ct
    )
    {
        var book = await books.OfAsync(target, ballot, ct);
        var run = ballot.State.Sealed?.Run;
        var signer = await administrators.SignAsync(target, caller, ct);
        while (ballot.State.Tally is null)
        {
            if (!string.Equals(run, ballot.State.Sealed?.Run, StringComparison.Ordinal))
                return new(null, new(0, voted)); // somebody counts anew
            var result = ResultRules.Of(ballot.Definition, ballot.State, counts, voted, receiptsHash, book.Find, Person.Of(caller), signer);
            var deed = record.Of(
                target,
                caller,
                AuditDeed.Tallied,
                $"envelopes={voted} receipts={receiptsHash} counts={result.CountsSha256} balanced={(result.Balanced ? "yes" : "no")}"
            );
            await store.TryWriteAsync(target, ballot, ballot.State with { Tally = result }, deed, ct);
            ballot = await store.FindAsync(target, ct);
        }

        return new(ContestView.Of(ballot, ballot.State.Tally));
    }
}
