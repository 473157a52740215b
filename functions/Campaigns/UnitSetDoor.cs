using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Campaigns;

/// <summary>
/// Routes whose address names a set of units (<c>{set}</c>), behind <see cref="CampaignDoor.InCampaign{TBuilder}"/> and a role.
/// </summary>
public static class UnitSetDoor
{
    /// <summary>Refuses an office that does not name the places of this set (<see cref="Choosers"/>) with 403.</summary>
    public static TBuilder OwnPlaces<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.Ask(http => new(Refuse(http))).Problems(403);

    private static Problem? Refuse(HttpContext http)
    {
        var campaign = http.Features.GetRequiredFeature<LaunchedCampaign>();
        var caller = http.Features.GetRequiredFeature<Caller>();
        return
            campaign.FindUnitSet((string)http.GetRouteValue("set")!)?.Chosen is { } chosen
            && Choosers.ScopeOf(caller, campaign, chosen) is null
            ? IdentityProblems.NotYours()
            : null;
    }
}
