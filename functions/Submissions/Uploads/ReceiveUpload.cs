using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// Takes the bytes of an announced upload, keeps them whole or not at all, and measures them. Sending again to the
/// same address replaces what came before, until a hand-in has claimed it; what is replaced is swept up later.
/// </summary>
public sealed class ReceiveUpload(UploadStore store, IFiles files, UploadMeter measured, TimeProvider clock)
{
    public async Task<IResult> RunAsync(LaunchedCampaign campaign, StoredUpload upload, HttpRequest http, CancellationToken ct)
    {
        if (upload.Value.ClaimedBy is not null)
            return UploadProblems.AlreadyUsed().ToResult();
        if (http.ContentLength is { } said && said != upload.Value.Length)
            return UploadProblems.WrongLength(upload.Value.Length, said).ToResult();

        var name = UploadChecks.NewName(campaign, upload.Id);
        var stored = await files.WriteAsync(name, http.Body, upload.Value.Length, ct);
        if (stored?.Length != upload.Value.Length)
        {
            await files.DeleteAsync(name, CancellationToken.None);
            return UploadProblems.WrongLength(upload.Value.Length, stored?.Length ?? upload.Value.Length + 1).ToResult();
        }

        var facts = await MeasureAsync(name, ct);
        if (UploadChecks.Refuse(campaign, upload.Value, facts) is { } refusal)
        {
            await files.DeleteAsync(name, CancellationToken.None);
            return refusal.ToResult();
        }

        var received = upload.Value with { Received = new(name, stored.Length, stored.Sha256, clock.GetUtcNow(), facts) };
        return await store.TryReplaceAsync(campaign, upload, received, ct) is not null
            ? TypedResults.Ok(UploadAnswer.Of(upload.Id, received.Received))
            : UploadProblems.AlreadyUsed().ToResult();
    }

    private async Task<MediaFacts> MeasureAsync(string name, CancellationToken ct)
    {
        await using var content = await files.OpenAsync(name, ct) ?? throw new StorageUnavailableException($"{name} vanished");
        return measured.Count(await MediaInspector.InspectAsync(content, ct));
    }
}
