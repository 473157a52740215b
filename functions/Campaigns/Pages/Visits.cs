using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Web;
using CddFunctions.Web.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Campaigns.Pages;

/// <summary>The visit of somebody who may see the page: campaign, caller and page context, which every page of a programme needs.</summary>
public sealed record PageVisit(LaunchedCampaign Campaign, Caller Caller, PageContext Page)
{
    /// <summary>
    /// The same visit under another address, for a page whose query selects
    /// what it shows: its link to the other language shows the same.
    /// </summary>
    /// <param name="path">Below <c>/api/ui/{campaign}</c>, with the query as the page understood it.</param>
    public PageVisit At(string path) => this with { Page = Page with { Address = Visits.Address(Campaign.Id) + path } };

    /// <summary>
    /// Lets a handler take the visit as a parameter, on routes with <see cref="PageDoor.OfProgramme{TBuilder}"/> that allow a role.
    /// </summary>
    public static ValueTask<PageVisit?> BindAsync(HttpContext http) => new(http.RequestServices.GetRequiredService<Visits>().Of(http));
}

/// <summary>
/// Makes a <see cref="PageVisit"/> of the campaign and caller that the route's checks found, or the page that refuses a visitor.
/// </summary>
public sealed class Visits(PageContexts contexts, Menus menus)
{
    public PageVisit Of(HttpContext http)
    {
        var campaign = http.Features.GetRequiredFeature<LaunchedCampaign>();
        var caller = http.Features.GetRequiredFeature<Caller>();
        return new(campaign, caller, WithMenu(Page(http), campaign, caller));
    }

    /// <summary>Answers a refusal (404, 401 or 403) with a page that says in words what is wrong.</summary>
    public Task RefuseAsync(HttpContext http, Problem problem)
    {
        Outcomes.Note(http, problem);
        return Refusal(http, problem, Page(http)).ExecuteAsync(http);
    }

    /// <summary>The page for a visitor who may see the programme, but not what this address shows.</summary>
    public static IResult NotHere(PageVisit visit, Problem why) => Said(why, visit.Page, visit.Campaign.Id);

    public static string Address(string campaign) => LocalAddress.Start(campaign);

    private IResult Refusal(HttpContext http, Problem problem, PageContext page)
    {
        if (problem.Status is 401)
            return SignIn.Page(401, page, IdOf(http), t => HasCookie(http) ? t.LinkInvalid : t.SignInNeeded);
        if (http.Features.Get<LaunchedCampaign>() is not { } campaign)
            return Message.Page(problem.Status, page, t => t.UnknownCampaign);
        if (http.Features.Get<Caller>() is not { } caller)
            return Said(problem, page, campaign.Id); // a page for anybody: a ballot's result
        if (caller.Campaign is { } own && !string.Equals(own, campaign.Id, StringComparison.Ordinal))
            return Message.Page(problem.Status, page, t => t.OtherCampaign);

        var here = WithMenu(page, campaign, caller);
        return problem.Status is 403 ? Message.Page(403, Returning(here), t => t.NoPage) : NotHere(new(campaign, caller, here), problem);
    }

    private static Page<ProblemPage, ProblemView> Said(Problem why, PageContext page, string campaign) =>
        new(why.Status, page, new(why, Address(campaign))) { Refusal = why };

    private static string IdOf(HttpContext http) => (string)http.GetRouteValue("campaign")!;

    private static bool HasCookie(HttpContext http) => LinkCookies.IsGiven(http.Request, IdOf(http), voters: false);

    /// <summary>Another link of this browser may open the page: a switch leads back to it.</summary>
    private static PageContext Returning(PageContext page) =>
        page with
        {
            Who = page.Who is { } who ? who with { Back = page.Address } : null,
        };

    private PageContext WithMenu(PageContext page, LaunchedCampaign campaign, Caller caller) =>
        page with
        {
            Menu = menus.Of(campaign.Id, caller, page.English),
        };

    private PageContext Page(HttpContext http)
    {
        PageLanguage.Keep(http);
        return contexts.Of(http, http.Request.Path.ToUriComponent());
    }
}

/// <summary>Marks the pages of a programme: a visitor who is refused gets a page instead of a JSON problem.</summary>
public static class PageDoor
{
    public static TBuilder OfProgramme<TBuilder>(this TBuilder pages)
        where TBuilder : IEndpointConventionBuilder =>
        pages.Tell((http, problem) => http.RequestServices.GetRequiredService<Visits>().RefuseAsync(http, problem)).InCampaign();
}
