using CddFunctions.Campaigns;

namespace CddFunctions.Exports;

/// <summary>The newest workbook, for pages that link to it; null while nothing was exported.</summary>
public sealed class LatestWorkbook(SnapshotStore store)
{
    private const string Name = "datasets.xlsx";

    public sealed record Found(string Address, DateTimeOffset AsOf);

    public async Task<Found?> FindAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        await store.NewestAsync(campaign, ct) is { } newest && newest.Files.Any(f => string.Equals(f.Name, Name, StringComparison.Ordinal))
            ? new($"/api/campaigns/{campaign.Id}/exports/latest/{Name}", newest.AsOf)
            : null;
}
