using System.Collections.Concurrent;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Campaigns;

/// <summary>A unit chosen at run time: its administrative code and names.</summary>
public sealed record ChosenUnit(string Code, string Th, string? En);

public sealed record ChosenUnitsDocument(IReadOnlyList<ChosenUnit> Units, DateTimeOffset ChosenAt, string By);

/// <summary>
/// Which units a set holds now: listed in the definition, all of a level inside an area, or chosen at run time (then
/// one document per set in the partition <c>{campaign}:unit-sets</c>, parsed once per version).
/// </summary>
public sealed class UnitDirectory(IDocuments documents)
{
    private readonly ConcurrentDictionary<
        (string Campaign, string Set, string Level),
        (string Version, IReadOnlyList<Unit> Units)
    > _chosen = new();

    /// <summary>Units that owe the task: those of its set in the order of their codes, or the province alone.</summary>
    public async Task<IReadOnlyList<Unit>> OwingAsync(LaunchedCampaign campaign, CampaignTask task, CancellationToken ct) =>
        task.Per is { } set ? await InAsync(campaign, set, ct) : [campaign.Province];

    /// <param name="unit">Its code, or its name where only one unit of the task has it.</param>
    public async Task<Unit?> FindOwingAsync(LaunchedCampaign campaign, CampaignTask task, string unit, CancellationToken ct)
    {
        var owing = await OwingAsync(campaign, task, ct);
        return owing.FirstOrDefault(u => string.Equals(u.Code, unit, StringComparison.Ordinal)) ?? UnitNames.Find(owing, unit);
    }

    public async Task<IReadOnlyList<Unit>> InAsync(LaunchedCampaign campaign, string set, CancellationToken ct)
    {
        var definition = campaign.FindUnitSet(set) ?? throw new ArgumentException($"No unit set {set}", nameof(set));
        return campaign.FixedUnits(definition) ?? await ChosenAsync(campaign, definition, ct);
    }

    public Task<Document?> FindChosenAsync(LaunchedCampaign campaign, string set, CancellationToken ct) =>
        documents.ReadAsync(Partition(campaign), set, ct);

    /// <returns>False when somebody else chose meanwhile.</returns>
    public async Task<bool> TryChooseAsync(
        LaunchedCampaign campaign,
        string set,
        Document? before,
        ChosenUnitsDocument chosen,
        Deed? deed,
        CancellationToken ct
    ) =>
        (
            before is null
                ? await documents.TryCreateAsync(Partition(campaign), set, chosen.ToBody(), deed, ct)
                : await documents.TryReplaceAsync(before.Partition, set, before.Version, chosen.ToBody(), deed, ct)
        )
            is not null;

    private async Task<IReadOnlyList<Unit>> ChosenAsync(LaunchedCampaign campaign, UnitSet set, CancellationToken ct)
    {
        if (await FindChosenAsync(campaign, set.Id, ct) is not { } document)
            return [];
        if (
            _chosen.TryGetValue((campaign.Id, set.Id, set.Level), out var kept)
            && string.Equals(kept.Version, document.Version, StringComparison.Ordinal)
        )
            return kept.Units;

        IReadOnlyList<Unit> units =
        [
            .. document
                .Read<ChosenUnitsDocument>()
                .Units.OrderBy(u => u.Code, StringComparer.Ordinal)
                .Select(u => new Unit(u.Code, set.Level, u.Th, u.En ?? u.Th)),
        ];
        _chosen[(campaign.Id, set.Id, set.Level)] = (document.Version, units);
        return units;
    }

    private static string Partition(LaunchedCampaign campaign) => $"{campaign.Id}:unit-sets";
}
