using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Campaigns;

/// <summary>
/// Every definition ever launched here, one document per revision in the partition <c>campaigns</c>, so that a hand-in
/// made under revision 1 can still be read under revision 1 (docs/rules.md 2.3, rule 10).
/// </summary>
public sealed class CampaignRevisions(IDocuments documents, AuditTrail audit, TimeProvider clock)
{
    private const string Partition = "campaigns";

    /// <param name="Sha256">Of the definition's canonical JSON, so that a file that only moved its spaces is no new revision.</param>
    /// <param name="Definition">Kept as JSON: an old revision must not stop a newer application from starting.</param>
    public sealed record RevisionDocument(string Campaign, int Revision, string Sha256, DateTimeOffset LaunchedAt, JsonElement Definition);

    /// <summary>The same definition keeps its revision; a changed one becomes the next. Safe when two processes start at once.</summary>
    public async Task<LaunchedCampaign> LaunchAsync(Campaign campaign, CancellationToken ct)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(campaign, CampaignJson.Options)));
        while (true)
        {
            var newest = (await AllAsync(ct)).LastOrDefault(r => string.Equals(r.Campaign, campaign.Id, StringComparison.Ordinal));
            if (newest is not null && string.Equals(newest.Sha256, sha256, StringComparison.Ordinal))
                return new(campaign, newest.Revision, sha256);

            var next = new RevisionDocument(
                campaign.Id,
                (newest?.Revision ?? 0) + 1,
                sha256,
                clock.GetUtcNow(),
                JsonSerializer.SerializeToElement(campaign, CampaignJson.Options)
            );
            var deed = audit.Of(campaign.Id, null, AuditDeed.DefinitionLaunched, $"revision:{next.Revision}", $"sha256={sha256}");
            if (await documents.TryCreateAsync(Partition, Id(next.Campaign, next.Revision), next.ToBody(), deed, ct) is not null)
                return new(campaign, next.Revision, sha256);
        }
    }

    /// <summary>The newest revision of every campaign ever launched.</summary>
    public async Task<IReadOnlyList<RevisionDocument>> NewestAsync(CancellationToken ct) =>
        [.. (await AllAsync(ct)).GroupBy(r => r.Campaign, StringComparer.Ordinal).Select(g => g.Last())];

    public async Task<RevisionDocument?> FindAsync(string campaign, int revision, CancellationToken ct) =>
        (await documents.FindAsync(Partition, Id(campaign, revision), ct))?.Read<RevisionDocument>();

    private static string Id(string campaign, int revision) => $"{campaign}:{revision.ToString("D6", CultureInfo.InvariantCulture)}";

    private async Task<List<RevisionDocument>> AllAsync(CancellationToken ct)
    {
        var found = new List<RevisionDocument>();
        await foreach (var document in documents.AllAsync(Partition, ct))
            found.Add(document.Read<RevisionDocument>());

        return found;
    }
}
