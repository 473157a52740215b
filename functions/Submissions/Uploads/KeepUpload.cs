using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// Puts a file that arrived in place of the one that came before under the same ticket: of one ticket one file is kept, however often and
/// from wherever it is sent at the same time.
/// </summary>
public sealed class KeepUpload(UploadStore store, IFiles files)
{
    /// <returns>The upload as it is now. Null when it was claimed or removed meanwhile; the new file is then gone.</returns>
    public async Task<StoredUpload?> RunAsync(LaunchedCampaign campaign, StoredUpload upload, ReceivedFile received, CancellationToken ct)
    {
        while (true)
        {
            var kept = upload.Value with { Received = received, Refused = null };
            if (await store.TryReplaceAsync(campaign, upload, kept, ct) is { } version)
            {
                if (upload.Value.Received is { } earlier)
                    await files.DeleteAsync(earlier.Name, CancellationToken.None);
                return upload with { Version = version, Value = kept };
            }

            if (await store.FindAsync(campaign, upload.Id, ct) is not { Value: { ClaimedBy: null, Removed: false } } now)
                break;
            upload = now;
        }

        await files.DeleteAsync(received.Name, CancellationToken.None);
        return null;
    }
}
