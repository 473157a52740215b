using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Media;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Uploads;

/// <param name="Attached">The files by field, for the submission. <paramref name="Uploads"/> are their stored uploads, to claim.</param>
public sealed record FoundUploads(IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Attached, IReadOnlyList<StoredUpload> Uploads);

/// <summary>
/// Finds the files that a hand-in names, checks them against their fields, and claims them for the document that will hold them (the
/// holder), so that housekeeping leaves them alone.
/// </summary>
public sealed class UploadClaims(UploadStore store, MeasureUpload measure)
{
    public async Task<FoundUploads> FindAsync(
        Target target,
        string holder,
        Caller caller,
        IReadOnlyDictionary<string, JsonElement> given,
        FieldFaults faults,
        CancellationToken ct
    )
    {
        var fileFields = target.Form.Fields.Where(f => !FormReader.IsTyped(f)).ToList();
        foreach (var stranger in given.Keys.Where(k => !fileFields.Exists(f => string.Equals(f.Id, k, StringComparison.Ordinal))))
            faults.Shape(stranger, "unknown-field", "ไม่มีช่องไฟล์นี้ในแบบฟอร์ม", "The form has no such file field.");

        var attached = new Dictionary<string, IReadOnlyList<AttachedFile>>(StringComparer.Ordinal);
        var uploads = new List<StoredUpload>();
        foreach (var field in fileFields)
        {
            var found = await FindAsync(target, holder, caller, field, Ids(given, field, faults), faults, ct);
            uploads.AddRange(found);
            if (found.Count > 0)
                attached[field.Id] = [.. found.Select(u => u.Attach(u.Value.Received!))];
        }

        return new(attached, uploads);
    }

    /// <summary>
    /// Claims the files. It has to be called before the submission is written: a crash between the two then leaves a file without a
    /// submission, never a submission without its file.
    /// </summary>
    public async Task<Problem?> TryClaimAsync(Target target, string holder, FoundUploads found, CancellationToken ct)
    {
        foreach (var upload in found.Uploads.DistinctBy(u => u.Id, StringComparer.Ordinal).Where(u => u.Value.ClaimedBy is null))
        {
            if (await store.TryReplaceAsync(target.Campaign, upload, upload.Value with { ClaimedBy = holder }, ct) is null)
                return UploadProblems.AlreadyUsed();
        }

        return null;
    }

    private async Task<List<StoredUpload>> FindAsync(
        Target target,
        string holder,
        Caller caller,
        Field field,
        IReadOnlyList<string> ids,
        FieldFaults faults,
        CancellationToken ct
    )
    {
        if (field.Required && ids.Count == 0)
            faults.Shape(field.Id, "required", $"ต้องแนบ “{field.Th}”", $"'{field.En}' is needed.");
        if (ids.Count > UploadLimits.MaxFiles(field))
            faults.Rule(
                field.Id,
                "too-many-files",
                $"แนบได้ไม่เกิน {UploadLimits.MaxFiles(field)} ไฟล์",
                $"At most {UploadLimits.MaxFiles(field)} file(s)."
            );

        var found = new List<StoredUpload>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal).Take(UploadLimits.MaxFiles(field)))
        {
            if (await FindAsync(target, holder, caller, field, id, faults, ct) is not { } upload)
                continue;

            foreach (var refusal in MediaRules.Refuse(UploadLimits.Of(field), upload.Value.Received!.Facts))
                faults.Rule(new(field.Id, refusal.Code, refusal.Message));
            found.Add(upload);
        }

        return found;
    }

    /// <summary>Finds an upload that this caller may use. If nobody has asked to measure it, it is measured now.</summary>
    private async Task<StoredUpload?> FindAsync(
        Target target,
        string holder,
        Caller caller,
        Field field,
        string id,
        FieldFaults faults,
        CancellationToken ct
    )
    {
        var upload = await store.FindAsync(target.Campaign, id, ct);
        if (upload is not { Value.Removed: false } || !MayClaim(upload.Value, holder, caller))
        {
            faults.Rule(
                field.Id,
                "upload-not-usable",
                "ไม่พบไฟล์ที่อัปโหลด หรือไฟล์เป็นของงานอื่น กรุณาอัปโหลดใหม่",
                "The upload is not there or part of another hand-in. Please upload it again."
            );
            return null;
        }

        if (upload.Value.Received is not null)
            return upload;
        if (!(await measure.RunAsync(target.Campaign, upload, ct)).IsRefused(out var refusal, out var measured))
            return measured;

        faults.Rule(new(field.Id, refusal.Code, refusal.Detail));
        return null;
    }

    private static bool MayClaim(Upload upload, string holder, Caller caller) =>
        upload.ClaimedBy is null ? upload.IsOf(caller) : string.Equals(upload.ClaimedBy, holder, StringComparison.Ordinal);

    private static IReadOnlyList<string> Ids(IReadOnlyDictionary<string, JsonElement> given, Field field, FieldFaults faults)
    {
        if (!given.TryGetValue(field.Id, out var value) || value.ValueKind is JsonValueKind.Null)
            return [];
        if (value.ValueKind is JsonValueKind.String)
            return value.GetString() is { Length: > 0 } one ? [one] : [];
        if (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String))
            return [.. value.EnumerateArray().Select(v => v.GetString()!)];

        faults.Shape(field.Id, "not-an-upload", "ต้องเป็นรหัสการอัปโหลด", "An upload id, or a list of them, is needed.");
        return [];
    }
}
