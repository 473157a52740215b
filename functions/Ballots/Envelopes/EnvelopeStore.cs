using System.Globalization;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>
/// The outer envelope: that a roll entry has voted, on which day, and the sealed paper. Its id is a keyed hash of the entry.
/// </summary>
/// <param name="Day">Day in Bangkok: no time finer than that is kept (docs/rules.md 2.4).</param>
/// <param name="Inner">The sealed paper, Base64; null once the result is certified.</param>
/// <param name="InnerHash">SHA-256 of the sealed paper, in its place after certification.</param>
/// <param name="Retry">Keyed hashes, a space between two, by which a vote that is sent again is recognised; gone with the paper.</param>
public sealed record Envelope(DateOnly Day, string? Inner, string Receipt, string? Retry = null, string? InnerHash = null);

/// <summary>
/// One document per voter in one of 64 partitions <c>{campaign}:{ballot}:envelopes-NN</c>, chosen by the voter's keyed hash:
/// creating it if absent is the whole vote, so it happens once or not at all, and a million voters do not queue at one place.
/// </summary>
public sealed class EnvelopeStore(IDocuments documents)
{
    public const int Shards = 64;

    /// <returns>False when the entry has an envelope.</returns>
    public async Task<bool> TryCreateAsync(BallotTarget target, byte[] voterTag, Envelope envelope, CancellationToken ct) =>
        await documents.TryCreateAsync(Partition(target, voterTag[0] % Shards), Id(voterTag), envelope.ToBody(), ct) is not null;

    public async Task<Envelope?> FindAsync(BallotTarget target, byte[] voterTag, CancellationToken ct) =>
        await documents.ReadAsync(Partition(target, voterTag[0] % Shards), Id(voterTag), ct) is { } found ? found.Read<Envelope>() : null;

    public Task<DocumentPage> PageAsync(BallotTarget target, int shard, string? after, CancellationToken ct) =>
        documents.ListAsync(Partition(target, shard), after, DocumentLimits.PageLength, ct);

    public Task<ChangePage> ChangesAsync(BallotTarget target, int shard, string? continuation, CancellationToken ct) =>
        documents.ChangesAsync(Partition(target, shard), continuation, DocumentLimits.PageLength, ct);

    public async Task<bool> TryReplaceAsync(Document before, Envelope envelope, CancellationToken ct) =>
        await documents.TryReplaceAsync(before.Partition, before.Id, before.Version, envelope.ToBody(), ct) is not null;

    public async IAsyncEnumerable<Document> EachAsync(
        BallotTarget target,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var shard = 0; shard < Shards; shard++)
        {
            await foreach (var document in documents.AllAsync(Partition(target, shard), ct))
                yield return document;
        }
    }

    private static string Id(byte[] voterTag) => Convert.ToHexStringLower(voterTag);

    private static string Partition(BallotTarget target, int shard) =>
        $"{target.Name}:envelopes-{shard.ToString("D2", CultureInfo.InvariantCulture)}";
}
