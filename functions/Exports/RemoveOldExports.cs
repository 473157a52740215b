using CddFunctions.Campaigns;

namespace CddFunctions.Exports;

/// <summary>Marks the timer's snapshots that nobody needs any more. Their files then belong to no export, and go the way of abandoned ones.</summary>
public sealed class RemoveOldExports(CampaignCatalog catalog, SnapshotStore store, TimeProvider clock)
{
    /// <returns>How many snapshots were marked.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var removed = 0;
        foreach (var campaign in catalog.All)
        {
            foreach (var old in SnapshotRetention.Expired(await store.AllAsync(campaign, ct), clock.GetUtcNow()))
                removed += await store.TryRemoveAsync(campaign, old.Id, ct) ? 1 : 0;
        }

        return removed;
    }
}
