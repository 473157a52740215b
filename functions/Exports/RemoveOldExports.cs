using CddFunctions.Campaigns;
using CddFunctions.Platform.Audit;

namespace CddFunctions.Exports;

/// <summary>
/// Marks the timer's snapshots that retention no longer keeps as removed. Their files then belong to no export, and
/// <see cref="RemoveAbandonedExports"/> removes them.
/// </summary>
public sealed class RemoveOldExports(CampaignCatalog catalog, SnapshotStore store, AuditTrail audit, TimeProvider clock)
{
    /// <returns>How many snapshots were marked.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var removed = 0;
        foreach (var campaign in await catalog.AllAsync(ct))
        {
            foreach (var old in SnapshotRetention.Expired(await store.AllAsync(campaign, ct), clock.GetUtcNow()))
            {
                if (await store.TryRemoveAsync(campaign, old.Id, audit.Of(campaign.Id, null, AuditDeed.ExportRemoved, old.Id), ct))
                    removed++;
            }
        }

        return removed;
    }
}
