using System.Globalization;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots.Roll;

/// <summary>
/// Entries of rolls, a thousand to a document, in the partition <c>{campaign}:{ballot}:roll</c>: id <c>{version}-{chunk}</c>.
/// </summary>
public sealed class RollStore(IDocuments documents)
{
    private const int ChunkLength = 1000;

    private sealed record Chunk(IReadOnlyList<RollEntry> Entries);

    /// <returns>How many documents were written. The version must be a new one.</returns>
    public async Task<int> WriteAsync(BallotTarget target, string version, IReadOnlyList<RollEntry> entries, CancellationToken ct)
    {
        var chunks = entries.Chunk(ChunkLength).ToList();
        foreach (var (i, chunk) in chunks.Index())
        {
            if (await documents.TryCreateAsync(Partition(target), Id(version, i), new Chunk(chunk).ToBody(), ct) is null)
                throw new InvalidOperationException("A random version came twice.");
        }

        return chunks.Count;
    }

    public async IAsyncEnumerable<RollEntry> EachAsync(
        BallotTarget target,
        string version,
        int chunks,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var i = 0; i < chunks; i++)
        {
            var chunk =
                await documents.ReadAsync(Partition(target), Id(version, i), ct)
                ?? throw new InvalidOperationException($"The roll {target.Name} has lost chunk {i} of {version}.");
            foreach (var entry in chunk.Read<Chunk>().Entries)
                yield return entry;
        }
    }

    /// <summary>Empties a roll that was replaced, with its additions.</summary>
    public async Task EmptyAsync(BallotTarget target, BallotState old, CancellationToken ct)
    {
        if (old.Roll is { } roll)
            await EmptyAsync(target, roll.Version, roll.Chunks, ct);
        foreach (var addition in old.Additions ?? [])
            await EmptyAsync(target, addition.Version, addition.Chunks, ct);
    }

    /// <summary>A list that was replaced holds names that nobody needs any more. The store only replaces, so they are emptied.</summary>
    private async Task EmptyAsync(BallotTarget target, string version, int chunks, CancellationToken ct)
    {
        for (var i = 0; i < chunks; i++)
        {
            if (await documents.ReadAsync(Partition(target), Id(version, i), ct) is { } chunk)
                await documents.TryReplaceAsync(chunk.Partition, chunk.Id, chunk.Version, new Chunk([]).ToBody(), ct);
        }
    }

    private static string Id(string version, int chunk) => $"{version}-{chunk.ToString("D5", CultureInfo.InvariantCulture)}";

    private static string Partition(BallotTarget target) => $"{target.Name}:roll";
}
