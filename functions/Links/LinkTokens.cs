using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links;

/// <summary>
/// Signs the token of a stored link again for an administrator who hands the link out: tokens are not stored, but everything that
/// they say is. Only links of officers, viewers and intakes are signed again, because an administrator could act for these anyway.
/// Links of other administrators, judges and voters are shown once, when they are made: an administrator who could read them later
/// could certify an own tally in another person's name.
/// </summary>
public sealed class LinkTokens(CapabilityTokens tokens, LinkCodes codes, TimeProvider clock)
{
    public static bool IsShownAgain(CallerRole role) => role is CallerRole.Officer or CallerRole.Viewer or CallerRole.Intake;

    /// <returns>The token; null for a link that is revoked or expired, and for a role whose links are shown only once.</returns>
    public string? Again(LaunchedCampaign campaign, StoredLink stored) =>
        stored.IsLive(clock.GetUtcNow()) && IsShownAgain(stored.Link.Role) ? tokens.Sign(stored.In(campaign.Id)) : null;

    /// <returns>The code that is typed instead of the address; null for a link that is revoked or expired, or that has none.</returns>
    public string? Code(LaunchedCampaign campaign, StoredLink stored) =>
        stored.IsLive(clock.GetUtcNow()) ? codes.Show(campaign.Id, stored) : null;

    /// <summary>The address to type, without its scheme: browsers find that.</summary>
    public static string Short(HttpRequest http, LaunchedCampaign campaign) => $"{http.Host}/api/ui/{campaign.Id}";

    /// <summary>The address that opens the pages; the token leaves it on the first visit.</summary>
    public static string Address(HttpRequest http, LaunchedCampaign campaign, string token) =>
        $"{http.Scheme}://{http.Host}/api/ui/{campaign.Id}?t={token}";
}
