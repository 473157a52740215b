using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots.Tally;

/// <summary>Where a long tally stands: everything up to a place in a shard is in the counts.</summary>
public sealed record TallyPlace(int Shard, string? After, PaperCounts.Stored? Counts)
{
    public static readonly TallyPlace Start = new(0, null, null);
}

/// <summary>
/// One document in <c>{campaign}:{ballot}:tally</c>. Written only over steps of at least a thousand papers, so that the
/// difference of two of them tells nothing about anybody; emptied when the tally is done. Guarded: a place that this application did not
/// write in this very run counts for nothing, and the count begins at the start.
/// </summary>
public sealed class TallyProgress(IDocuments documents, BallotGuard guard)
{
    private const string Id = "place";

    /// <param name="run">Of the seal: the places of an earlier count are not those of this one.</param>
    public async Task<(TallyPlace Place, string? Version)> FindAsync(BallotTarget target, string? run, CancellationToken ct) =>
        await documents.ReadAsync(Partition(target), Id, ct) is { } found
            ? (guard.Read<TallyPlace>(target, What(run), found) ?? TallyPlace.Start, found.Version)
            : (TallyPlace.Start, null);

    /// <returns>The new version; null when somebody else tallies too, or when there are more candidates than a document holds.</returns>
    public async Task<string?> TryWriteAsync(BallotTarget target, string? run, string? version, TallyPlace place, CancellationToken ct)
    {
        var body = guard.Body(target, What(run), place);
        if (body.Length > DocumentLimits.BodyBytes)
            return null;
        return version is null
            ? await documents.TryCreateAsync(Partition(target), Id, body, ct)
            : await documents.TryReplaceAsync(Partition(target), Id, version, body, ct);
    }

    private static string What(string? run) => $"place|{run}";

    private static string Partition(BallotTarget target) => $"{target.Name}:tally";
}
