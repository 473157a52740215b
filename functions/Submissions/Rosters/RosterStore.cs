using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Rosters;

/// <summary>The list of one unit as it stands.</summary>
/// <param name="Baseline">The list that changes are shown against: as the province last gave or accepted it.</param>
public sealed record RosterList(
    string Roster,
    string Unit,
    IReadOnlyList<JsonObject> Entries,
    IReadOnlyList<JsonObject> Baseline,
    DateTimeOffset At,
    string By,
    IReadOnlyList<JsonObject>? Before = null
);

public sealed record StoredRoster(string Version, RosterList Value);

/// <summary>Rosters of a campaign in the partition <c>{campaign}:rosters</c>, one document per roster and unit.</summary>
public sealed class RosterStore(IDocuments documents)
{
    public async Task<StoredRoster?> FindAsync(LaunchedCampaign campaign, Roster roster, Unit unit, CancellationToken ct) =>
        await documents.ReadAsync(Partition(campaign), Id(roster.Id, unit.Code), ct) is { } found
            ? new(found.Version, found.Read<RosterList>())
            : null;

    /// <returns>The new version, or null when somebody else was first.</returns>
    public Task<string?> TryWriteAsync(LaunchedCampaign campaign, StoredRoster? before, RosterList list, Deed? deed, CancellationToken ct)
    {
        var id = Id(list.Roster, list.Unit);
        return before is null
            ? documents.TryCreateAsync(Partition(campaign), id, list.ToBody(), deed, ct)
            : documents.TryReplaceAsync(Partition(campaign), id, before.Version, list.ToBody(), deed, ct);
    }

    public IAsyncEnumerable<RosterList> AllAsync(LaunchedCampaign campaign, CancellationToken ct) =>
        documents.AllAsync(Partition(campaign), ct).Select(d => d.Read<RosterList>());

    private static string Id(string roster, string unit) => $"{roster}:{unit}";

    private static string Partition(LaunchedCampaign campaign) => $"{campaign.Id}:rosters";
}
