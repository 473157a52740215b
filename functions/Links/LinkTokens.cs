using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links;

/// <summary>
/// The token of a stored link, signed again for an administrator who hands it out: no token is stored, but all that it says
/// is. Only of links that an administrator could act for anyway. Those of other administrators, judges and voters are shown
/// once, when they are made: whoever could read them later could certify an own tally in another's name.
/// </summary>
public sealed class LinkTokens(CapabilityTokens tokens, TimeProvider clock)
{
    public static bool IsShownAgain(CallerRole role) => role is CallerRole.Officer or CallerRole.Viewer or CallerRole.Intake;

    /// <returns>Null for a link that opens nothing any more, and for those that are shown once.</returns>
    public string? Again(LaunchedCampaign campaign, StoredLink stored) =>
        stored.IsLive(clock.GetUtcNow()) && IsShownAgain(stored.Link.Role) ? tokens.Sign(stored.In(campaign.Id)) : null;

    /// <summary>The address that opens the pages; the token leaves it on the first visit.</summary>
    public static string Address(HttpRequest http, LaunchedCampaign campaign, string token) =>
        $"{http.Scheme}://{http.Host}/api/ui/{campaign.Id}?t={token}";
}
