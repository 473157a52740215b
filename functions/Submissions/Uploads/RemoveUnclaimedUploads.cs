using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// Removes uploads that no hand-in claimed within 24 hours, files that no upload names any more, and what arrived for
/// uploads that are over. Documents are marked first, so a hand-in that claims at the same moment wins or loses as a whole; a lost
/// race waits for the next run.
/// </summary>
public sealed class RemoveUnclaimedUploads(CampaignCatalog catalog, UploadStore store, IFiles files, IIncoming incoming, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <returns>How many files were removed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var removed = 0;
        var limit = clock.GetUtcNow() - Kept;
        foreach (var campaign in await catalog.AllAsync(ct))
        {
            // The list of files is read before the documents: each listed file had its document when it arrived, so none is taken for lost.
            var arrived = await incoming.ListAsync(UploadStore.FilePrefix(campaign.Id), ct).ToListAsync(ct);
            var (open, kept) = await MarkAsync(campaign, limit, ct);
            foreach (var file in arrived.Where(f => !open.Contains(f.Name)))
            {
                await incoming.RemoveAsync(file, ct);
                removed++;
            }

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

    /// <returns>Where bytes may still arrive, and the names of the files that uploads hold.</returns>
    private async Task<(HashSet<string> Open, HashSet<string> Kept)> MarkAsync(
        LaunchedCampaign campaign,
        DateTimeOffset limit,
        CancellationToken ct
    )
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var upload in store.AllAsync(campaign, ct))
        {
            var value = upload.Value;
            var unclaimed = value is { ClaimedBy: null, Removed: false } && value.CreatedAt <= limit;
            var gone =
                value.Removed
                || (unclaimed && await store.TryReplaceAsync(campaign, upload, value with { Removed = true }, ct) is not null);
            if (!gone && value.ClaimedBy is null)
                open.Add(UploadStore.FileName(campaign.Id, upload.Id));
            if (!gone && value.Received is { } received)
                kept.Add(received.Name);
        }

        return (open, kept);
    }
}
