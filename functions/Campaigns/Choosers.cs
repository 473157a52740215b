using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Campaigns;

/// <summary>
/// Pure: who names the units that a letter leaves open. The letter says which post does (Phayao ข้อ ๒: each district its villages); an
/// officer of that post's level names those inside the own office, an administrator all of them.
/// </summary>
public static class Choosers
{
    /// <returns>Code inside which the caller names units (empty = everywhere); null for somebody who names none of this set.</returns>
    public static string? ScopeOf(Caller caller, LaunchedCampaign campaign, ChosenUnits chosen) =>
        caller.Role switch
        {
            CallerRole.Admin => "",
            CallerRole.Officer when IsOffice(caller.Subject, campaign, chosen) => caller.Subject,
            _ => null,
        };

    /// <summary>The units of the set above in which this scope names places: those inside it, and the one that it lies in.</summary>
    public static IReadOnlyList<Unit> Parents(IEnumerable<Unit> above, string scope) =>
        [.. above.Where(p => p.Code.StartsWith(scope, StringComparison.Ordinal) || p.Covers(scope))];

    /// <summary>True when offices below the province name the units, each its own.</summary>
    public static bool AreBelow(LaunchedCampaign campaign, ChosenUnits chosen) =>
        campaign.Role(chosen.By).Level is Areas.District or Areas.Tambon or Areas.Village;

    private static bool IsOffice(string code, LaunchedCampaign campaign, ChosenUnits chosen) =>
        string.Equals(Areas.LevelOf(code), campaign.Role(chosen.By).Level, StringComparison.Ordinal);
}
