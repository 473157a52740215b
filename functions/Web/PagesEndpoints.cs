using CddFunctions.Audit.Pages;
using CddFunctions.Ballots.Pages;
using CddFunctions.Board;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Links.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Submissions.Rosters.Pages;

namespace CddFunctions.Web;

/// <summary>Addresses that people open. They answer with pages, also when they refuse.</summary>
public static class PagesEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var assets = routes.MapGroup("/api/ui").ExcludeFromDescription();
        assets.MapGet("/assets/{file}", PageAssets.Send);
        assets.MapGet("/{campaign}", OpenAsync).OfProgramme().Allow(CallerRole.Admin, CallerRole.Viewer, CallerRole.Officer)
            .OpenTo(http => http.Request.Query.ContainsKey("t")); // the link is the right to come in, and signing in looks at it

        var pages = routes.MapGroup("").AddEndpointFilter(FormsOnlyAsync);
        pages.MapBallotPages();
        pages.MapLinksPages();
        pages.MapProgrammePages();
        pages.MapRosterPages();
        pages.MapBoardPages();
        pages.MapHistoryPages();
        pages.MapHandInPages();
        pages.MapAuditPages();
    }

    private static Task<IResult> OpenAsync(
        string campaign, string? t, HttpContext http, SignIn signIn, Visits visits, StartPage start, CancellationToken ct)
    {
        if (t is null)
            return start.ShowAsync(visits.Of(http), ct);

        PageLanguage.Keep(http);
        return signIn.RunAsync(campaign, t, http, ct);
    }

    /// <summary>What is posted to a page is a form: nothing else has a proof, or could be read.</summary>
    private static async ValueTask<object?> FormsOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method) && !context.HttpContext.Request.HasFormContentType
            ? CommonProblems.WrongContent().ToResult()
            : await next(context);
}
