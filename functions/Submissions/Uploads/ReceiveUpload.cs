using System.Security.Cryptography;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// Takes the bytes of an announced upload, keeps them whole or not at all, and measures them. Sending again to the
/// same address replaces what came before, until a hand-in has claimed it; what is replaced is swept up later.
/// </summary>
public sealed class ReceiveUpload(UploadStore store, IFiles files, MeasuredUploads measured, TimeProvider clock)
{
    /// <param name="Facts">What the server measured: type, pages and paper, length of a video.</param>
    public sealed record Answer(string UploadId, long Length, string Sha256, MediaFacts Facts);

    public async Task<IResult> RunAsync(LaunchedCampaign campaign, StoredUpload upload, HttpRequest http, CancellationToken ct)
    {
        if (upload.Value.ClaimedBy is not null)
            return UploadProblems.AlreadyUsed().ToResult();
        if (http.ContentLength is { } said && said != upload.Value.Length)
            return UploadProblems.WrongLength(upload.Value.Length, said).ToResult();

        var name = $"{UploadStore.FilePrefix(campaign.Id)}{upload.Id}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var stored = await files.WriteAsync(name, http.Body, upload.Value.Length, ct);
        if (stored?.Length != upload.Value.Length)
        {
            await files.DeleteAsync(name, CancellationToken.None);
            return UploadProblems.WrongLength(upload.Value.Length, stored?.Length ?? upload.Value.Length + 1).ToResult();
        }

        var facts = await MeasureAsync(name, ct);
        if (Refuse(campaign, upload.Value, facts) is { } refusal)
        {
            await files.DeleteAsync(name, CancellationToken.None);
            return refusal.ToResult();
        }

        var received = upload.Value with { Received = new(name, stored.Length, stored.Sha256, clock.GetUtcNow(), facts) };
        return await store.TryReplaceAsync(campaign, upload, received, ct) is not null
            ? TypedResults.Ok(new Answer(upload.Id, stored.Length, stored.Sha256, facts))
            : UploadProblems.AlreadyUsed().ToResult();
    }

    private async Task<MediaFacts> MeasureAsync(string name, CancellationToken ct)
    {
        await using var content = await files.OpenAsync(name, ct) ?? throw new StorageUnavailableException($"{name} vanished");
        return measured.Count(await MediaInspector.InspectAsync(content, ct));
    }

    /// <summary>A file that no field takes is refused at once; one for a named field by that field's limits too.</summary>
    private static Problem? Refuse(LaunchedCampaign campaign, Upload upload, MediaFacts facts)
    {
        IReadOnlyList<MediaRefusal> fault = facts.Fault is null ? [] : [facts.Fault];
        var refusals = UploadEndpoints.FieldOf(campaign, upload.Task, upload.Field) is { } field
            ? MediaRules.Refuse(UploadLimits.Of(field), facts)
            : fault;
        return refusals.Count == 0
            ? null
            : UploadProblems.FileRefused([.. refusals.Select(r => new FieldError(upload.Field ?? "file", r.Code, r.Message))]);
    }
}
