using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// Takes the bytes of an announced upload, keeps them whole or not at all, and measures them. Sending again to the
/// same address replaces what came before, until a hand-in has claimed it; what is replaced is swept up later.
/// </summary>
public sealed class ReceiveUpload(UploadStore store, IFiles files, UploadMeter measured, TimeProvider clock)
{
    /// <param name="said">Length in bytes by the sender's word, when it was given.</param>
    public async Task<Outcome<ReceivedFile>> RunAsync(
        LaunchedCampaign campaign,
        StoredUpload upload,
        Stream content,
        long? said,
        CancellationToken ct
    )
    {
        if (upload.Value.ClaimedBy is not null)
            return UploadProblems.AlreadyUsed();
        if (said is { } length && length != upload.Value.Length)
            return UploadProblems.WrongLength(upload.Value.Length, length);

        var name = UploadChecks.NewName(campaign, upload.Id);
        var stored = await files.WriteAsync(name, content, upload.Value.Length, ct);
        if (stored?.Length != upload.Value.Length)
        {
            await files.DeleteAsync(name, CancellationToken.None);
            return UploadProblems.WrongLength(upload.Value.Length, stored?.Length ?? upload.Value.Length + 1);
        }

        var facts = await MeasureAsync(name, ct);
        if (UploadChecks.Refuse(campaign, upload.Value, facts) is { } refusal)
        {
            await files.DeleteAsync(name, CancellationToken.None);
            return refusal;
        }

        var received = upload.Value with { Received = new(name, stored.Length, stored.Sha256, clock.GetUtcNow(), facts) };
        return await store.TryReplaceAsync(campaign, upload, received, ct) is not null ? received.Received : UploadProblems.AlreadyUsed();
    }

    private async Task<MediaFacts> MeasureAsync(string name, CancellationToken ct)
    {
        await using var content = await files.OpenAsync(name, ct) ?? throw new StorageUnavailableException($"{name} vanished");
        return measured.Count(await MediaInspector.InspectAsync(content, ct));
    }
}
