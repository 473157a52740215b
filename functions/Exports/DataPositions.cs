using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

/// <summary>
/// Positions in the change feeds of the partitions that an export reads. They tell whether anything was written since an export.
/// </summary>
public sealed class DataPositions(IDocuments documents)
{
    private const int PageSize = 1000;

    /// <summary>Partitions that the datasets read. A test compares this list with what they really read.</summary>
    private static readonly IReadOnlyList<string> Partitions = ["submissions", "rosters", "unit-sets"];

    /// <summary>
    /// Take them before the first row is read: a change during the export is then seen again by the next run, which costs
    /// one export too many, and never missed.
    /// </summary>
    /// <param name="from">Positions of an earlier snapshot: only what changed since then is read.</param>
    public async Task<IReadOnlyDictionary<string, string>> NowAsync(
        LaunchedCampaign campaign,
        IReadOnlyDictionary<string, string>? from,
        CancellationToken ct
    )
    {
        var positions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Partitions)
            positions[name] = await EndAsync($"{campaign.Id}:{name}", from?.GetValueOrDefault(name), ct);

        return positions;
    }

    /// <summary>Has anything been written since? Reads one document of each partition at most.</summary>
    public async Task<bool> MovedAsync(LaunchedCampaign campaign, IReadOnlyDictionary<string, string> positions, CancellationToken ct)
    {
        foreach (var name in Partitions)
        {
            if (
                positions.GetValueOrDefault(name) is not { } position
                || await PageAsync($"{campaign.Id}:{name}", position, 1, ct) is not { Documents.Count: 0 }
            )
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string> EndAsync(string partition, string? position, CancellationToken ct)
    {
        while (true)
        {
            var page = await PageAsync(partition, position, PageSize, ct) ?? await documents.ChangesAsync(partition, null, PageSize, ct);
            if (page.Documents.Count == 0)
                return page.Continuation;

            position = page.Continuation;
        }
    }

    /// <returns>Null when the store does not know the position: it was restored from a backup, or is another one now.</returns>
    private async Task<ChangePage?> PageAsync(string partition, string? position, int limit, CancellationToken ct)
    {
        try
        {
            return await documents.ChangesAsync(partition, position, limit, ct);
        }
        catch (ArgumentException) when (position is not null)
        {
            return null;
        }
    }
}
