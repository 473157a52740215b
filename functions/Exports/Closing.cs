using System.Globalization;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

public enum ClosingState
{
    /// <summary>A run is making the snapshot, or ended while it was making it.</summary>
    Begun,

    Made,

    /// <summary>No run made the snapshot within 24 hours of the close; later figures are no evidence of how things stood then.</summary>
    Missed,
}

/// <summary>What became of a closing instant.</summary>
/// <param name="SeenAt">When a run last took it up.</param>
/// <param name="Snapshot">Its frozen export, once made.</param>
public sealed record ClosingRecord(DateTimeOffset At, string Label, ClosingState State, DateTimeOffset SeenAt, string? Snapshot = null);

public sealed record StoredClosing(string Version, ClosingRecord Value);

/// <summary>One document per closing instant that has passed, in the partition <c>{campaign}:closings</c>.</summary>
public sealed class ClosingStore(IDocuments documents)
{
    /// <summary>Id of the document of a closing, from its instant in UTC: <c>20240520T165959Z</c>.</summary>
    public static string Id(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public async Task<IReadOnlyDictionary<string, StoredClosing>> AllAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        await documents
            .AllAsync(Partition(campaign), ct)
            .ToDictionaryAsync(d => d.Id, d => new StoredClosing(d.Version, d.Read<ClosingRecord>()), StringComparer.Ordinal, ct);

    /// <returns>The new version, or null when somebody else wrote first.</returns>
    public Task<string?> TryWriteAsync(LaunchedCampaign campaign, string? version, ClosingRecord value, CancellationToken ct) =>
        version is null
            ? documents.TryCreateAsync(Partition(campaign), Id(value.At), value.ToBody(), ct)
            : documents.TryReplaceAsync(Partition(campaign), Id(value.At), version, value.ToBody(), ct);

    private static string Partition(LaunchedCampaign campaign) => $"{campaign.Id}:closings";
}
