using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Campaigns;

/// <summary>
/// Every definition ever launched here, one document per revision in the partition <c>campaigns</c>, so that a hand-in
/// made under revision 1 can still be read under revision 1 (docs/rules.md 2.3, rule 10). The newest one is in force.
/// </summary>
public sealed class CampaignRevisions(IDocuments documents, AuditTrail audit, TimeProvider clock)
{
    private const string Partition = "campaigns";
    private const int PageSize = 1000;

    /// <param name="Sha256">Of the definition's canonical JSON, so that a file that only moved its spaces is no new revision.</param>
    /// <param name="Definition">Kept as JSON: an old revision must not stop a newer application from starting.</param>
    /// <param name="ProposedBy">Link of the administrator who proposed it in the pages; null for a file that a start took.</param>
    /// <param name="ConfirmedBy">Link of the second administrator, who put it live.</param>
    public sealed record RevisionDocument(
        string Campaign,
        int Revision,
        string Sha256,
        DateTimeOffset LaunchedAt,
        JsonElement Definition,
        string? ProposedBy = null,
        string? ConfirmedBy = null
    );

    /// <summary>What was launched since the caller looked last.</summary>
    /// <param name="Continuation">Give this with the next call.</param>
    public sealed record Launches(IReadOnlyList<RevisionDocument> Newest, string Continuation);

    /// <summary>
    /// Takes a file that lies in the definitions folder at a start. The same definition keeps its revision; a changed one becomes the next,
    /// unless two administrators have put the newest one live: a file never overrules them. Safe when two processes start at once.
    /// </summary>
    /// <returns>The revision in force: the file's own, or that of the administrators.</returns>
    public async Task<RevisionDocument> TakeFileAsync(Campaign campaign, CancellationToken ct)
    {
        var sha256 = Sha256Of(campaign);
        while (true)
        {
            var newest = (await AllAsync(ct)).LastOrDefault(r => string.Equals(r.Campaign, campaign.Id, StringComparison.Ordinal));
            if (newest is { ConfirmedBy: not null } || string.Equals(newest?.Sha256, sha256, StringComparison.Ordinal))
                return newest!;

            var next = new RevisionDocument(campaign.Id, (newest?.Revision ?? 0) + 1, sha256, clock.GetUtcNow(), ToJson(campaign));
            if (await TryLaunchAsync(next, null, ct))
                return next;
        }
    }

    /// <summary>Puts a revision live; the one before it stays.</summary>
    /// <param name="caller">Null for a file that a start took.</param>
    /// <returns>False when another definition has become this revision meanwhile.</returns>
    public async Task<bool> TryLaunchAsync(RevisionDocument next, Platform.Identity.Caller? caller, CancellationToken ct)
    {
        var by = next.ProposedBy is { } proposer ? $" proposed-by={proposer}" : "";
        var deed = audit.Of(next.Campaign, caller, AuditDeed.DefinitionLaunched, $"revision:{next.Revision}", $"sha256={next.Sha256}{by}");
        return await documents.TryCreateAsync(Partition, Id(next.Campaign, next.Revision), next.ToBody(), deed, ct) is not null;
    }

    /// <summary>The newest revision of each campaign of which one was launched since <paramref name="continuation"/>.</summary>
    public async Task<Launches> SinceAsync(string? continuation, CancellationToken ct)
    {
        var newest = new Dictionary<string, RevisionDocument>(StringComparer.Ordinal);
        ChangePage page;
        do
        {
            page = await documents.ChangesAsync(Partition, continuation, PageSize, ct);
            foreach (var launched in page.Documents.Select(d => d.Read<RevisionDocument>()))
            {
                if (!newest.TryGetValue(launched.Campaign, out var known) || known.Revision < launched.Revision)
                    newest[launched.Campaign] = launched;
            }

            continuation = page.Continuation;
        } while (page.Documents.Count > 0);

        return new([.. newest.Values], continuation);
    }

    /// <summary>Ids of all campaigns ever launched.</summary>
    public async Task<IReadOnlyList<string>> CampaignsAsync(CancellationToken ct) =>
        [.. (await AllAsync(ct)).Select(r => r.Campaign).Distinct(StringComparer.Ordinal)];

    public async Task<RevisionDocument?> FindAsync(string campaign, int revision, CancellationToken ct) =>
        (await documents.FindAsync(Partition, Id(campaign, revision), ct))?.Read<RevisionDocument>();

    /// <summary>The canonical JSON, in which revisions of a definition are stored and compared.</summary>
    public static JsonElement ToJson(Campaign campaign) => JsonSerializer.SerializeToElement(campaign, CampaignJson.Options);

    /// <summary>SHA-256 of the canonical JSON.</summary>
    public static string Sha256Of(Campaign campaign) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(campaign, CampaignJson.Options)));

    private static string Id(string campaign, int revision) => $"{campaign}:{revision.ToString("D6", CultureInfo.InvariantCulture)}";

    private async Task<List<RevisionDocument>> AllAsync(CancellationToken ct)
    {
        var found = new List<RevisionDocument>();
        await foreach (var document in documents.AllAsync(Partition, ct))
            found.Add(document.Read<RevisionDocument>());

        return found;
    }
}
