using CddFunctions.Campaigns.Model;

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
}
