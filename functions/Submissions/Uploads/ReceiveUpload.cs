using System.Collections.Concurrent;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// Takes the bytes of an announced upload, keeps them whole or not at all, and measures them. Sending again to the
/// same address replaces what came before (<see cref="KeepUpload"/>), until a hand-in has claimed it.
/// </summary>
public sealed class ReceiveUpload(UploadStore store, KeepUpload keep, IFiles files, UploadMeter measured, TimeProvider clock)
{
    /// <summary>Tickets whose bytes are arriving in this process: a second sender of one would double what the disk has to hold.</summary>
    private readonly ConcurrentDictionary<string, bool> _arriving = new(StringComparer.Ordinal);

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
        if (!_arriving.TryAdd(upload.Id, true))
            return UploadProblems.Arriving();

        var name = UploadChecks.NewName(campaign, upload.Id);
        var isKept = false;
        try
        {
            var outcome = await TakeAsync(campaign, upload, name, content, ct);
            isKept = !outcome.IsRefused(out _, out _);
            return outcome;
        }
        finally
        {
            _arriving.TryRemove(upload.Id, out _);
            if (!isKept)
                await files.DeleteAsync(name, CancellationToken.None);
        }
    }

    private async Task<Outcome<ReceivedFile>> TakeAsync(
        LaunchedCampaign campaign,
        StoredUpload upload,
        string name,
        Stream content,
        CancellationToken ct
    )
    {
        var stored = await files.WriteAsync(name, content, upload.Value.Length, ct);
        if (stored?.Length != upload.Value.Length)
            return UploadProblems.WrongLength(upload.Value.Length, stored?.Length ?? upload.Value.Length + 1);

        var facts = await MeasureAsync(name, ct);
        if (UploadChecks.Refuse(campaign, upload.Value, facts) is { } refusal)
        {
            await store.TryReplaceAsync(campaign, upload, upload.Value with { Refused = refusal.Errors }, ct);
            return refusal;
        }

        var received = new ReceivedFile(name, stored.Length, stored.Sha256, clock.GetUtcNow(), facts);
        return await keep.RunAsync(campaign, upload, received, ct) is null ? UploadProblems.AlreadyUsed() : received;
    }

    private async Task<MediaFacts> MeasureAsync(string name, CancellationToken ct)
    {
        await using var content = await files.OpenAsync(name, ct) ?? throw new StorageUnavailableException($"{name} vanished");
        return measured.Count(await MediaInspector.InspectAsync(content, ct));
    }
}
