using System.Security.Cryptography;
using CddFunctions.Ballots.Roll;

namespace CddFunctions.Ballots.Tally;

/// <summary>
/// Counts all papers of a ballot, with memory for two batches, and writes down how far it is so that a crash costs little.
/// </summary>
public sealed class CountPapers(TallyProgress progress, OpenEnvelopes open, RollBooks books, TimeProvider clock)
{
    /// <summary>
    /// Least number of papers between two stored places, so that the difference of their counts says nothing about one paper.
    /// </summary>
    private const int SmallestStep = 1000;

    /// <summary>How long one request counts. It has to answer well before Azure ends it after 230 seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <returns>The counts, and whether they are all; if not, the next call goes on from there.</returns>
    public async Task<(PaperCounts Counts, bool Finished)> CountAsync(
        BallotTarget target,
        LiveBallot ballot,
        ECDiffieHellman key,
        CancellationToken ct
    )
    {
        var contests = ballot.Definition.Contests.Count;
        var book = await books.OfAsync(target, ballot, ct);
        var started = clock.GetTimestamp();
        var (place, version) = await progress.FindAsync(target, ballot.State.Sealed?.Run, ct);
        var total = place.Counts is null ? new PaperCounts(contests) : PaperCounts.From(place.Counts);
        EnvelopeBatch? waiting = null;
        await foreach (var batch in open.BatchesAsync(target, place, ct))
        {
            if (waiting is not null)
            {
                total.Add(open.Count(target, contests, key, book, waiting.Documents));
                if (
                    batch.Documents.Count >= SmallestStep
                    && await progress.TryWriteAsync(
                        target,
                        ballot.State.Sealed?.Run,
                        version,
                        waiting.After with
                        {
                            Counts = total.ToStored(),
                        },
                        ct
                    )
                        is { } written
                )
                {
                    version = written;
                    if (clock.GetElapsedTime(started) > Patience)
                        return (total, false);
                }
            }

            waiting = batch;
        }

        if (waiting is not null)
            total.Add(open.Count(target, contests, key, book, waiting.Documents));
        return (total, true);
    }

    public async Task ForgetAsync(BallotTarget target, LiveBallot ballot, CancellationToken ct)
    {
        var run = ballot.State.Sealed?.Run;
        var (_, version) = await progress.FindAsync(target, run, ct);
        if (version is not null)
            await progress.TryWriteAsync(target, run, version, TallyPlace.Start, ct);
    }
}
