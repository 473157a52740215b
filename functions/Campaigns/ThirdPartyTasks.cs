using System.Collections.Frozen;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <summary>
/// Pure: which tasks are about a unit without being its own (docs/rules.md 2.3, rule 12). The office of a unit is of the nearest level, its
/// own or one above, on which a role hands in: the district office for a tambon. A task that a higher level owes is a third party's.
/// </summary>
internal static class ThirdPartyTasks
{
    public static FrozenSet<string> Of(Campaign definition)
    {
        var ranks = definition.Levels.ToDictionary(l => l.Id, l => l.Rank, StringComparer.Ordinal);
        var offices = definition.Roles.Where(r => r.Can.Contains(Right.Submit)).Select(r => ranks[r.Level]).ToList();
        return definition.Tasks.Where(IsThirdParty).Select(t => t.Id).ToFrozenSet(StringComparer.Ordinal);

        bool IsThirdParty(CampaignTask task)
        {
            if (definition.UnitSets.FirstOrDefault(s => string.Equals(s.Id, task.Per, StringComparison.Ordinal)) is not { } set)
                return false;

            var unit = ranks[set.Level];
            var owner = ranks[definition.Roles.First(r => string.Equals(r.Id, task.Owner, StringComparison.Ordinal)).Level];
            return offices.Exists(office => office > owner && office <= unit);
        }
    }
}
