using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// Takes over an upload whose bytes went to the file store past the application: measures them where they arrived, reading
/// only what that needs, then has the store copy them under a name of their own. Both are done on one version of the
/// bytes, so that what was measured is what is kept, although the sender's address can still write.
/// </summary>
public sealed class MeasureUpload(UploadStore store, KeepUpload keep, IIncoming incoming, UploadMeter measured, TimeProvider clock)
{
    /// <returns>The upload with what was measured in the bytes that arrived last; if none arrived since it was taken over, as it was.
    /// Refused bytes stay where they are, so that a repeated request gets the same answer.</returns>
    public async Task<Outcome<StoredUpload>> RunAsync(LaunchedCampaign campaign, StoredUpload upload, CancellationToken ct)
    {
        if (upload.Value.ClaimedBy is not null)
            return UploadProblems.AlreadyUsed();
        if (await incoming.FindAsync(UploadStore.FileName(campaign.Id, upload.Id), ct) is { } file)
            return await TakeOverAsync(campaign, upload, file, ct);
        if (upload.Value.Received is not null)
            return upload;
        if (upload.Value.Refused is { } refused)
            return UploadProblems.FileRefused(refused);
        if (await TakenMeanwhileAsync(campaign, upload, ct) is { } taken)
            return taken;
        return clock.GetUtcNow() > upload.Value.ExpiresAt ? UploadProblems.TicketInvalid() : UploadProblems.NotArrived();
    }

    private async Task<Outcome<StoredUpload>> TakeOverAsync(
        LaunchedCampaign campaign,
        StoredUpload upload,
        ArrivedFile file,
        CancellationToken ct
    )
    {
        if (file.Length != upload.Value.Length)
            return UploadProblems.WrongLength(upload.Value.Length, file.Length);

        if (await MeasureAsync(campaign, upload, file, ct) is not { } facts)
            return await TakenMeanwhileAsync(campaign, upload, ct) is { } earlier ? earlier : UploadProblems.NotArrived();
        if (UploadChecks.Refuse(campaign, upload.Value, facts) is { } refusal)
            return refusal;

        var name = UploadChecks.NewName(campaign, upload.Id);
        if (!await incoming.KeepAsync(file, name, ct))
            return await TakenMeanwhileAsync(campaign, upload, ct) is { } first ? first : UploadProblems.NotArrived();

        var received = new ReceivedFile(name, file.Length, null, clock.GetUtcNow(), facts, file.Md5);
        if (await keep.RunAsync(campaign, upload, received, ct) is not { } kept)
            return UploadProblems.AlreadyUsed();

        await incoming.RemoveAsync(file, ct);
        return kept;
    }

    /// <returns>Null when somebody else took it over while it was read.</returns>
    private async Task<MediaFacts?> MeasureAsync(LaunchedCampaign campaign, StoredUpload upload, ArrivedFile file, CancellationToken ct)
    {
        try
        {
            await using var content = incoming.Open(file);
            return measured.Count(await MediaInspector.InspectAsync(content, ct));
        }
        catch (StorageUnavailableException)
        {
            if (await TakenMeanwhileAsync(campaign, upload, ct) is null)
                throw;
            return null;
        }
    }

    /// <summary>
    /// The upload, if another request has taken it over since this one began: both then give the same answer. Null otherwise.
    /// </summary>
    private async Task<StoredUpload?> TakenMeanwhileAsync(LaunchedCampaign campaign, StoredUpload upload, CancellationToken ct) =>
        await store.FindAsync(campaign, upload.Id, ct) is { Value: { Received: not null, ClaimedBy: null, Removed: false } } taken
        && !string.Equals(taken.Version, upload.Version, StringComparison.Ordinal)
            ? taken
            : null;
}
