using CddFunctions.Campaigns;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// Removes uploads that no hand-in claimed within 24 hours, and files that no upload names any more. Documents are
/// marked first, so a hand-in that claims at the same moment wins or loses as a whole; a lost race waits for the next run.
/// </summary>
public sealed class RemoveUnclaimedUploads(CampaignCatalog catalog, UploadStore store, IFiles files, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <returns>How many files were removed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (removed, limit) = (0, clock.GetUtcNow() - Kept);
        foreach (var campaign in catalog.All)
        {
            var kept = await MarkAsync(campaign, limit, ct);
            await foreach (var file in files.ListAsync(UploadStore.FilePrefix(campaign.Id), ct))
            {
                if (kept.Contains(file.Name) || file.WrittenAt > limit)
                    continue;

                await files.DeleteAsync(file.Name, ct);
                removed++;
            }
        }

        return removed;
    }

    /// <returns>Names of the files that uploads still hold.</returns>
    private async Task<HashSet<string>> MarkAsync(LaunchedCampaign campaign, DateTimeOffset limit, CancellationToken ct)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var upload in store.AllAsync(campaign, ct))
        {
            var value = upload.Value;
            var unclaimed = value is { ClaimedBy: null, Removed: false } && value.CreatedAt <= limit;
            var gone = value.Removed
                || (unclaimed && await store.TryReplaceAsync(campaign, upload, value with { Removed = true }, ct) is not null);
            if (!gone && value.Received is { } received)
                kept.Add(received.Name);
        }

        return kept;
    }
}
