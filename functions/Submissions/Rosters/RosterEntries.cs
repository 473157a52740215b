using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Rosters;

/// <summary>Rosters as other features read them: the people of all units, as the lists stand now.</summary>
public sealed class RosterEntries(RosterStore store)
{
    public async Task<IReadOnlyList<JsonObject>> AllOfAsync(LaunchedCampaign campaign, Roster roster, CancellationToken ct)
    {
        var entries = new List<JsonObject>();
        await foreach (var list in store.AllAsync(campaign, ct))
        {
            if (string.Equals(list.Roster, roster.Id, StringComparison.Ordinal))
                entries.AddRange(list.Entries);
        }

        return entries;
    }
}
