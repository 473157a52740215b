using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Campaigns;

/// <summary>Who is in the sets of a campaign now.</summary>
public sealed class UnitSets(UnitDirectory directory)
{
    /// <summary>The units of every managed set, by the id of the set; an empty list while its units are not chosen.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Unit>>> ReadAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var members = new Dictionary<string, IReadOnlyList<Unit>>(StringComparer.Ordinal);
        foreach (var set in campaign.Definition.UnitSets.Where(s => s.Managed))
            members[set.Id] = await directory.InAsync(campaign, set.Id, ct);

        return members;
    }

    /// <summary>How far the choice of each set has come that the letter leaves open, in the order of the file.</summary>
    public async Task<IReadOnlyList<ChoiceProgress>> ProgressAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var members = await ReadAsync(campaign, ct);
        return [.. Chosen(campaign).Select(s => ChoiceProgress.Of(campaign, s, members, ""))];
    }

    /// <summary>The same of the places that the caller's own office names; sets in which it has nothing to name are left out.</summary>
    public async Task<IReadOnlyList<ChoiceProgress>> OwnProgressAsync(LaunchedCampaign campaign, Caller caller, CancellationToken ct)
    {
        var members = await ReadAsync(campaign, ct);
        return
        [
            .. Chosen(campaign)
                .Select(s => Choosers.ScopeOf(caller, campaign, s.Chosen!) is { } own ? ChoiceProgress.Of(campaign, s, members, own) : null)
                .OfType<ChoiceProgress>()
                .Where(p => p.Parents.Count > 0),
        ];
    }

    private static IEnumerable<UnitSet> Chosen(LaunchedCampaign campaign) =>
        campaign.Definition.UnitSets.Where(s => s is { Managed: true, Chosen: not null });
}
