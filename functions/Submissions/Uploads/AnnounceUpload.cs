using System.Security.Cryptography;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Uploads;

/// <param name="ContentType">What the browser thinks it is. Only the bytes decide.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Task">With <paramref name="Field"/>, optional: the field it is for, so that it is checked on arrival.</param>
public sealed record TicketRequest(string FileName, string ContentType, long Length, string? Task = null, string? Field = null);

/// <summary>Makes room for a file that is going to come: who sends it, how long it is and what it is for.</summary>
public sealed class AnnounceUpload(UploadStore store, UploadAllowance allowance, TimeProvider clock)
{
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <param name="id">An id from <see cref="NewId"/>. The caller has asked <see cref="Refuse"/> about <paramref name="request"/>.</param>
    /// <param name="life">How long the ticket lasts. The bytes have to begin to arrive within that time.</param>
    /// <returns>The upload; or why the link may not send more now.</returns>
    public async Task<Outcome<StoredUpload>> RunAsync(
        LaunchedCampaign campaign,
        Caller caller,
        string id,
        TicketRequest request,
        TimeSpan life,
        CancellationToken ct
    )
    {
        if (await allowance.TakeAsync(campaign, caller, id, request.Length, ct) is { } wait)
            return wait;

        var now = clock.GetUtcNow();
        var upload = new Upload(
            ThaiText.Normalise(request.FileName),
            request.Length,
            caller.Subject,
            now,
            now + life,
            request.Task,
            request.Field
        );
        return await store.TryAddAsync(campaign, id, upload, ct) is { } version
            ? new StoredUpload(id, version, upload)
            : throw new InvalidOperationException("A random upload id came twice.");
    }

    /// <summary>Refuses a file by its name, length and field. Its content can only be checked when it has arrived.</summary>
    public static Problem? Refuse(LaunchedCampaign campaign, Caller caller, TicketRequest request)
    {
        if (ThaiText.Normalise(request.FileName).Length is 0 or > 200 || request.FileName.AsSpan().ContainsAny('/', '\\'))
            return UploadProblems.TicketRefused(
                "fileName",
                new("ชื่อไฟล์ต้องมี ๑-๒๐๐ ตัวอักษร ไม่รวมชื่อโฟลเดอร์", "A file name of 1 to 200 characters, without folders, is needed.")
            );
        if (request.Length == 0)
            return UploadProblems.TicketRefused("length", MediaFaults.Empty.Message);
        if (request.Length < 0)
            return UploadProblems.TicketRefused("length", new("ต้องระบุขนาดไฟล์เป็นไบต์", "The length in bytes is needed."));
        if (RefuseTask(campaign, caller, request) is { } task)
            return task;
        if ((request.Task ?? request.Field) is not null && UploadEndpoints.FieldOf(campaign, request.Task, request.Field) is null)
            return UploadProblems.TicketRefused("field", new("ไม่มีช่องไฟล์นี้ในงานนี้", "The task has no such file field."));

        var most = UploadEndpoints.FieldOf(campaign, request.Task, request.Field) is { } field
            ? UploadLimits.MaxBytes(field)
            : UploadLimits.Largest(campaign.Definition);
        return request.Length > most ? UploadProblems.TooLarge(most) : null;
    }

    /// <summary>Nobody sends files for a task whose form takes none. A request that names no task may be for any of the caller's.</summary>
    private static Problem? RefuseTask(LaunchedCampaign campaign, Caller caller, TicketRequest request)
    {
        var own = caller.Role is CallerRole.Intake ? caller.Subject : null;
        var tasks = (own ?? request.Task) is { } one
            ? campaign.ManagedTasks.Where(t => string.Equals(t.Id, one, StringComparison.Ordinal))
            : campaign.ManagedTasks;
        return tasks.Any(t => Fields.FormReader.TakesFiles(campaign.FormOf(t)))
            ? null
            : UploadProblems.TicketRefused("task", new("แบบฟอร์มของงานนี้ไม่มีช่องแนบไฟล์", "The form of this task takes no files."));
    }
}
