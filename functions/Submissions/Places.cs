using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions;

/// <summary>Finds units by code for one campaign: its own, those chosen at run time, else the national list.</summary>
public sealed class Places(UnitDirectory directory)
{
    public async Task<Func<string, Unit?>> OfAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var chosen = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var set in campaign.Definition.UnitSets.Where(s => s.Chosen is not null && s.Managed))
        {
            foreach (var unit in await directory.InAsync(campaign, set.Id, ct))
                chosen[unit.Code] = unit;
        }

        return code => campaign.Definition.Units.FirstOrDefault(u => string.Equals(u.Code, code, StringComparison.Ordinal))
            ?? chosen.GetValueOrDefault(code)
            ?? (Areas.Find(code) is { } area ? new Unit(code, area.Level, area.Th, area.Th) : null);
    }
}
