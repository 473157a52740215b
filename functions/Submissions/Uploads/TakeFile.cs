using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions.Uploads;

/// <summary>
/// A file that came inside an HTML form, from a browser that runs no script. It goes the way of every upload: announced,
/// kept, measured, and refused by its field's limits at once; the hand-in then claims it.
/// </summary>
public sealed class TakeFile(AnnounceUpload announce, UploadTimes times, ReceiveUpload receive, UploadStore store)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public async Task<Outcome<AttachedFile>> RunAsync(Target target, Caller caller, Field field, IFormFile file, CancellationToken ct)
    {
        var request = new TicketRequest(file.FileName, file.ContentType, file.Length, target.Task.Id, field.Id);
        if (AnnounceUpload.Refuse(target.Campaign, request) is { } refusal)
            return refusal;
        if (await times.RefuseAsync(target.Campaign, target.Task.Id, target.Unit.Code, ct) is { } closed)
            return closed;

        var upload = await announce.RunAsync(target.Campaign, caller, AnnounceUpload.NewId(), request, Life, ct);
        await using var content = file.OpenReadStream();
        return (await receive.RunAsync(target.Campaign, upload, content, file.Length, ct)).IsRefused(out var refused, out var received)
            ? refused
            : Attached(upload, received);
    }

    /// <summary>
    /// Files to show again in the form: whole ones that this caller sent or that the unit's submission holds. Other ids are left out.
    /// </summary>
    public async Task<IReadOnlyList<AttachedFile>> FindAsync(Target target, Caller caller, IEnumerable<string> ids, CancellationToken ct)
    {
        var found = new List<AttachedFile>();
        foreach (var id in ids)
        {
            if (
                await store.FindAsync(target.Campaign, id, ct) is { Value: { Removed: false, Received: { } received } } upload
                && (upload.Value.IsOf(caller) || string.Equals(upload.Value.ClaimedBy, target.Id, StringComparison.Ordinal))
            )
                found.Add(Attached(upload, received));
        }

        return found;
    }

    private static AttachedFile Attached(StoredUpload upload, ReceivedFile received) =>
        new(upload.Id, upload.Value.FileName, received.Length, received.Sha256, received.Facts, received.Md5);
}
