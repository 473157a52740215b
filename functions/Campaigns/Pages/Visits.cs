using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <summary>Somebody who may see the page, and what every page of a programme starts from.</summary>
public sealed record PageVisit(LaunchedCampaign Campaign, Caller Caller, PageContext Page);

/// <summary>The door of every page of a programme: finds the programme and whether this visitor may come in.</summary>
public sealed class Visits(CampaignCatalog catalog, PageContexts contexts, Menus menus)
{
    /// <param name="path">Of the page below <c>/api/ui/{campaign}</c>, with its query; "" for the start page.</param>
    /// <returns>Null with a <paramref name="visit"/>; else the page that says why not (404, 401, 403).</returns>
    public IResult? Refuse(string campaign, string path, HttpContext http, out PageVisit visit, params ReadOnlySpan<CallerRole> roles)
    {
        PageLanguage.Keep(http);
        visit = null!;
        var page = contexts.Of(http, Address(campaign) + path);
        if (catalog.Find(campaign) is not { } launched)
            return Message.Page(404, page, t => t.UnknownCampaign);
        if (http.Features.Get<Caller>() is not { } caller)
            return Message.Page(401, page, t => http.Request.Cookies.ContainsKey(IdentityMiddleware.CookieOf(campaign)) ? t.LinkInvalid : t.SignInNeeded);
        if (caller.Campaign is { } own && !string.Equals(own, campaign, StringComparison.Ordinal))
            return Message.Page(403, page, t => t.OtherCampaign);
        if (!roles.Contains(caller.Role))
            return Message.Page(403, page with { Menu = menus.Of(campaign, caller, page.English) }, t => t.NoPage);

        visit = new(launched, caller, page with { Menu = menus.Of(campaign, caller, page.English) });
        return null;
    }

    public static string Address(string campaign) => LocalAddress.Start(campaign);
}
