using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Campaigns;

/// <summary>
/// Routes whose address names a campaign (<c>{campaign}</c>). The handler takes
/// that campaign as a <see cref="LaunchedCampaign"/> parameter.
/// </summary>
public static class CampaignDoor
{
    /// <summary>Finds the campaign of the address before the handler runs; answers 404 when no campaign in force has that id.</summary>
    public static TBuilder InCampaign<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.Ask(FindAsync).Problems(404);

    private static async ValueTask<Problem?> FindAsync(HttpContext http)
    {
        var id = (string)http.GetRouteValue("campaign")!;
        if (await http.RequestServices.GetRequiredService<CampaignCatalog>().FindAsync(id, http.RequestAborted) is not { } campaign)
            return CampaignProblems.NotFound(id);

        http.Features.Set(campaign);
        return null;
    }
}
