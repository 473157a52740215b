using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.Uploads;

/// <param name="StoredName">In the file store.</param>
public sealed record SubmissionFile(AttachedFile File, string StoredName);

/// <summary>Files of hand-ins, as the office, administrators and viewers may open them.</summary>
public sealed class SubmissionFiles(UploadStore uploads, SubmissionStore store, SubmissionAudit audit)
{
    /// <returns>The file, whichever revision holds it; to a viewer none of a personal field.</returns>
    public async Task<Outcome<SubmissionFile>> FindAsync(Target target, Caller caller, string upload, CancellationToken ct)
    {
        if (
            await uploads.FindAsync(target.Campaign, upload, ct) is not { Value: { ClaimedBy: { } holder, Received: { } received } }
            || !IsOf(target, holder)
        )
            return UploadProblems.NotHandedIn(upload);

        // A file is claimed before its submission is written. Until that is there, the file is not handed in.
        var revisions = (await store.FindAsync(target.Campaign, holder, ct))?.Value.Revisions ?? [];
        var (field, file) = revisions
            .SelectMany(r => r.Files)
            .SelectMany(f => f.Value.Select(file => (f.Key, file)))
            .FirstOrDefault(f => string.Equals(f.file.UploadId, upload, StringComparison.Ordinal));
        if (file is null)
            return UploadProblems.NotHandedIn(upload);

        if (caller.Role is CallerRole.Viewer && PersonalFields.IsPersonal(RosterForms.AsHandIn(target).Fields, field))
            return IdentityProblems.NotYours();

        await audit.FileReadAsync(target, caller, file, field);
        return new SubmissionFile(file, received.Name);
    }

    /// <summary>True when the holder is the unit's submission or, on a repeatable form, one of them.</summary>
    private static bool IsOf(Target target, string holder) =>
        string.Equals(holder, target.Id, StringComparison.Ordinal) || holder.StartsWith(target.Id + ":", StringComparison.Ordinal);
}
