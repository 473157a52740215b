using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Campaigns;

/// <summary>The address names a programme (<c>{campaign}</c>); handlers take it as a <see cref="LaunchedCampaign"/>.</summary>
public static class CampaignDoor
{
    /// <summary>Finds it; 404 when there is none of that name.</summary>
    public static TBuilder InCampaign<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.Ask(http => new(Find(http))).Problems(404);

    private static Problem? Find(HttpContext http)
    {
        var id = (string)http.GetRouteValue("campaign")!;
        if (http.RequestServices.GetRequiredService<CampaignCatalog>().Find(id) is not { } campaign)
            return CampaignProblems.NotFound(id);

        http.Features.Set(campaign);
        return null;
    }
}
