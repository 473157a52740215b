using CddFunctions.Campaigns;
using CddFunctions.Platform;

namespace CddFunctions.Exports;

/// <summary>
/// Removes the files of exports that never came to their document, because the process ended first. Only after 24 hours:
/// an export that is being written has no document yet either.
/// </summary>
public sealed class RemoveAbandonedExports(CampaignCatalog catalog, SnapshotStore store, IFiles files, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <returns>How many files were removed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (removed, limit) = (0, clock.GetUtcNow() - Kept);
        foreach (var campaign in catalog.All)
        {
            var kept = (await store.AllAsync(campaign, ct)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            await foreach (var file in files.ListAsync(SnapshotStore.FilePrefix(campaign.Id), ct))
            {
                if (file.WrittenAt > limit || kept.Contains(SnapshotStore.SnapshotOf(campaign.Id, file.Name)))
                    continue;

                await files.DeleteAsync(file.Name, ct);
                removed++;
            }
        }

        return removed;
    }
}
