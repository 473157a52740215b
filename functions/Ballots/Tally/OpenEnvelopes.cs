using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots.Tally;

/// <param name="After">Place right behind the batch.</param>
public sealed record EnvelopeBatch(IReadOnlyList<Document> Documents, TallyPlace After);

/// <summary>
/// Opens envelopes in shuffled batches, on all cores, and adds them up. What a paper said is forgotten as soon as it is counted.
/// </summary>
public sealed class OpenEnvelopes(EnvelopeStore envelopes)
{
    /// <summary>Papers that are mixed with one another: about 10 MB of envelopes.</summary>
    public const int BatchLength = 16_384;

    /// <summary>Batches from a place on; only the last may be shorter than <see cref="BatchLength"/>.</summary>
    public async IAsyncEnumerable<EnvelopeBatch> BatchesAsync(
        BallotTarget target,
        TallyPlace from,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var batch = new List<Document>();
        var after = from.After;
        for (var shard = from.Shard; shard < EnvelopeStore.Shards; shard++, after = null)
        {
            do
            {
                var page = await envelopes.PageAsync(target, shard, after, ct);
                batch.AddRange(page.Documents);
                after = page.Documents.Count > 0 ? page.Documents[^1].Id : after;
                if (batch.Count >= BatchLength)
                {
                    yield return new(batch, new(shard, after, null));
                    batch = [];
                }

                if (page.Next is null)
                    break;
            } while (true);
        }

        if (batch.Count > 0)
            yield return new(batch, new(EnvelopeStore.Shards, null, null));
    }

    public PaperCounts Count(BallotTarget target, int contests, ECDiffieHellman key, RollBook book, IReadOnlyList<Document> batch)
    {
        var mixed = batch.ToArray();
        RandomNumberGenerator.Shuffle(mixed.AsSpan());
        var secret = key.ExportPkcs8PrivateKey();
        var total = new PaperCounts(contests);
        var cores = Math.Max(1, Environment.ProcessorCount);
        Parallel.For(
            0,
            cores,
            core =>
            {
                using var own = ECDiffieHellman.Create(); // a key is not for two threads at once
                own.ImportPkcs8PrivateKey(secret, out _);
                var counts = new PaperCounts(contests);
                for (var i = core; i < mixed.Length; i += cores)
                    Add(counts, target, contests, own, book, mixed[i]);
                lock (total)
                    total.Add(counts);
            }
        );
        CryptographicOperations.ZeroMemory(secret);
        return total;
    }

    private void Add(PaperCounts counts, BallotTarget target, int contests, ECDiffieHellman key, RollBook book, Document document)
    {
        if (envelopes.Check(target, document) is { } own && book.HasTag(own.Tag))
            counts.Add(Choices(target, contests, key, book, own));
        else
            counts.AddForeign();
    }

    /// <summary>The choices in an envelope. Null when it cannot be opened, or names somebody who is not a candidate.</summary>
    private static ulong[]? Choices(BallotTarget target, int contests, ECDiffieHellman key, RollBook book, OwnEnvelope own) =>
        own.Paper is { } paper
        && SealedPaper.Open(key, target.Name, paper, contests) is { } choices
        && choices.All(c => c == SealedPaper.Abstention || book.Stands(c))
            ? choices
            : null;
}
