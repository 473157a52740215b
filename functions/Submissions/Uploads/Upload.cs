using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>A file on its way into a hand-in. The ticket comes first, then the bytes, then a hand-in that claims it.</summary>
/// <param name="Subject">Whose upload it is: only the same capability subject (or an administrator) may claim it.</param>
/// <param name="Task">With <paramref name="Field"/>: what it is for, when the ticket said so; its limits are then checked on
/// arrival.</param>
/// <param name="Received">Null until the bytes are whole.</param>
/// <param name="Refused">Why the bytes that came last were not taken; they are not kept. Null once others were.</param>
/// <param name="ClaimedBy">Id of the hand-in that holds it. Unclaimed uploads are removed after 24 hours.</param>
public sealed record Upload(
    string FileName,
    long Length,
    string Subject,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    string? Task = null,
    string? Field = null,
    ReceivedFile? Received = null,
    string? ClaimedBy = null,
    bool Removed = false,
    IReadOnlyList<FieldError>? Refused = null
)
{
    public bool IsOf(Caller caller) => caller.Role is CallerRole.Admin || string.Equals(Subject, caller.Subject, StringComparison.Ordinal);
}

/// <param name="Name">Name in the file store. Each arrival has a new name, so a late resend cannot change a claimed file.</param>
/// <param name="Sha256">Null when the bytes went straight to the store: the application has then read only parts of them.</param>
/// <param name="Md5">The store's own checksum of such bytes: <see cref="ArrivedFile.Md5"/>.</param>
public sealed record ReceivedFile(string Name, long Length, string? Sha256, DateTimeOffset At, MediaFacts Facts, string? Md5 = null);

/// <summary>What became of an upload.</summary>
/// <param name="Sha256">Null when the bytes went straight to the file store. <paramref name="Md5"/> is then the store's own checksum,
/// if it has one.</param>
/// <param name="Facts">What the server measured: type, pages and paper, length of a video.</param>
/// <param name="Measured">The same facts in words, for a page to show.</param>
public sealed record UploadAnswer(string UploadId, long Length, string? Sha256, MediaFacts Facts, string? Md5, Text Measured)
{
    public static UploadAnswer Of(string id, ReceivedFile file) =>
        new(id, file.Length, file.Sha256, file.Facts, file.Md5, MediaWords.Measured(file.Facts));
}

public sealed record StoredUpload(string Id, string Version, Upload Value)
{
    /// <summary>The file as a hand-in holds it: its name ends as what was measured, whatever the sender called it.</summary>
    public AttachedFile Attach(ReceivedFile received) =>
        new(Id, MediaEndings.Name(Value.FileName, received.Facts.Type), received.Length, received.Sha256, received.Facts, received.Md5);
}

/// <summary>Uploads of a campaign: one document each in the partition <c>{campaign}:uploads</c>, the bytes beside it as a file.</summary>
public sealed class UploadStore(IDocuments documents)
{
    public static string FilePrefix(string campaign) => $"{campaign}/uploads/";

    /// <summary>Name under which the bytes arrive. The file that is kept has the same name with an ending.</summary>
    public static string FileName(string campaign, string id) => FilePrefix(campaign) + id;

    public Task<string?> TryAddAsync(LaunchedCampaign campaign, string id, Upload upload, CancellationToken ct) =>
        documents.TryCreateAsync(Partition(campaign), id, upload.ToBody(), ct);

    public async Task<StoredUpload?> FindAsync(LaunchedCampaign campaign, string id, CancellationToken ct) =>
        await documents.FindAsync(Partition(campaign), id, ct) is { } found ? Read(found) : null;

    public Task<string?> TryReplaceAsync(LaunchedCampaign campaign, StoredUpload before, Upload upload, CancellationToken ct) =>
        documents.TryReplaceAsync(Partition(campaign), before.Id, before.Version, upload.ToBody(), ct);

    public IAsyncEnumerable<StoredUpload> AllAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        documents.AllAsync(Partition(campaign), ct).Select(Read);

    private static string Partition(LaunchedCampaign campaign) => $"{campaign.Id}:uploads";

    private static StoredUpload Read(Document document) => new(document.Id, document.Version, document.Read<Upload>());
}
