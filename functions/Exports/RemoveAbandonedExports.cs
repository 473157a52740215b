using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

/// <summary>
/// Removes the files of exports that never came to their document, because the process ended first. Only after 24 hours:
/// an export that is being written has no document yet either.
/// </summary>
public sealed class RemoveAbandonedExports(CampaignCatalog catalog, SnapshotStore store, SnapshotPlaces places, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <returns>How many files were removed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var removed = 0;
        var limit = clock.GetUtcNow() - Kept;
        foreach (var campaign in await catalog.AllAsync(ct))
        {
            var kept = (await store.AllAsync(campaign, ct)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var files in places.All)
                removed += await RemoveAsync(files, campaign.Id, kept, limit, ct);
        }

        return removed;
    }

    private static async Task<int> RemoveAsync(
        IFiles files,
        string campaign,
        HashSet<string> kept,
        DateTimeOffset limit,
        CancellationToken ct
    )
    {
        var removed = 0;
        await foreach (var file in files.ListAsync(SnapshotStore.FilePrefix(campaign), ct))
        {
            if (file.WrittenAt > limit || kept.Contains(SnapshotStore.SnapshotOf(campaign, file.Name)))
                continue;

            await files.DeleteAsync(file.Name, ct);
            removed++;
        }

        return removed;
    }
}
