using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions;

/// <param name="Version">Of the document, for writing. A store gives versions in the order of its writes, so nobody outside sees one.</param>
/// <param name="Tag">Stands for the version outside (ETag): it tells neither an order nor a time, so a form without names stays so.</param>
public sealed record StoredSubmission(string Id, string Version, Submission Value, string Tag);

/// <summary>
/// Hand-ins of a campaign in the partition <c>{campaign}:submissions</c>: id <c>{task}:{unit}</c>, and
/// <c>{task}:{unit}:{key}</c> for each hand-in of a repeatable form, so the ledger follows one change feed.
/// </summary>
public sealed class SubmissionStore(IDocuments documents, CapabilityTokens tokens)
{
    private const int TagLength = 22; // characters of Base64: 128 bits and more

    public static string Id(string task, string unit) => $"{task}:{unit}";

    public static string Partition(string campaign) => $"{campaign}:submissions";

    public async Task<StoredSubmission?> FindAsync(LaunchedCampaign campaign, string id, CancellationToken ct) =>
        await documents.ReadAsync(Partition(campaign.Id), id, ct) is { } found ? Read(found) : null;

    /// <summary>All revisions of a submission are one document, and a document has its limit.</summary>
    /// <returns>What is stored, or null when it would be longer than the limit.</returns>
    public static ReadOnlyMemory<byte>? BodyOf(Submission value) =>
        value.ToBody() is { Length: <= DocumentLimits.BodyBytes } body ? (ReadOnlyMemory<byte>?)body : null;

    /// <returns>The new version, or null when somebody else wrote first.</returns>
    public Task<string?> TryWriteAsync(
        LaunchedCampaign campaign,
        string id,
        StoredSubmission? before,
        Submission value,
        Deed? deed,
        CancellationToken ct
    ) => TryWriteAsync(campaign, id, before, value.ToBody(), deed, ct);

    /// <param name="body">Of <see cref="BodyOf"/>: it is made once.</param>
    public Task<string?> TryWriteAsync(
        LaunchedCampaign campaign,
        string id,
        StoredSubmission? before,
        ReadOnlyMemory<byte> body,
        Deed? deed,
        CancellationToken ct
    ) =>
        before is null
            ? documents.TryCreateAsync(Partition(campaign.Id), id, body, deed, ct)
            : documents.TryReplaceAsync(Partition(campaign.Id), id, before.Version, body, deed, ct);

    /// <summary>Returns when the deed that wrote this version has its entry: its writer may have been told that it failed.</summary>
    public Task SettleAsync(StoredSubmission found, CancellationToken ct) => documents.SettleAsync(found.Version, ct);

    /// <summary>The unit's extension. On a repeatable form it has a document of its own beside the submissions.</summary>
    public async Task<Extension?> ExtensionAsync(Target target, Submission? own, CancellationToken ct) =>
        own?.Extension ?? (target.Form.Repeatable ? (await FindAsync(target.Campaign, target.Id, ct))?.Value.Extension : null);

    /// <summary>The hand-ins of a repeatable form, in the order of their ids.</summary>
    public async Task<(IReadOnlyList<StoredSubmission> Page, string? Next)> ListAsync(
        LaunchedCampaign campaign,
        string task,
        string unit,
        string? after,
        int limit,
        CancellationToken ct
    )
    {
        var prefix = $"{Id(task, unit)}:";
        var start = after is null ? prefix : prefix + after;
        var page = await documents.ListAsync(Partition(campaign.Id), start, limit, ct);
        var own = page.Documents.Where(d => d.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(Read).ToList();
        var more = page.Next is not null && own.Count == page.Documents.Count;
        return (own, more ? own[^1].Id[prefix.Length..] : null);
    }

    /// <summary>The unit's hand-in; of a repeatable form the one whose newest revision has the receipt.</summary>
    public async Task<StoredSubmission?> FindAsync(Target target, string? receipt, CancellationToken ct)
    {
        if (!target.Form.Repeatable)
            return await FindAsync(target.Campaign, target.Id, ct);

        return await EachAsync(target.Campaign, target.Task.Id, target.Unit.Code, ct)
            .FirstOrDefaultAsync(s => string.Equals(s.Value.Current?.Receipt, receipt, StringComparison.Ordinal), ct);
    }

    /// <summary>Every hand-in of a repeatable form for one unit.</summary>
    public IAsyncEnumerable<StoredSubmission> EachAsync(LaunchedCampaign campaign, string task, string unit, CancellationToken ct) =>
        documents.WithPrefixAsync(Partition(campaign.Id), $"{Id(task, unit)}:", ct).Select(Read);

    public IAsyncEnumerable<Document> AllAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        documents.AllAsync(Partition(campaign.Id), ct);

    public Task<ChangePage> ChangesAsync(LaunchedCampaign campaign, string? continuation, int limit, CancellationToken ct) =>
        documents.ChangesAsync(Partition(campaign.Id), continuation, limit, ct);

    /// <summary>What stands for a version outside.</summary>
    public string TagOf(LaunchedCampaign campaign, string version) => TagOf(Partition(campaign.Id), version);

    private string TagOf(string partition, string version) => tokens.Signature($"etag|{partition}|{version}")[..TagLength];

    private StoredSubmission Read(Document document) =>
        new(document.Id, document.Version, document.Read<Submission>(), TagOf(document.Partition, document.Version));
}
