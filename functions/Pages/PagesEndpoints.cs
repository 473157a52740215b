using CddFunctions.Pages.Audit;
using CddFunctions.Pages.Ballots;
using CddFunctions.Pages.Board;
using CddFunctions.Pages.HandIns;
using CddFunctions.Pages.History;
using CddFunctions.Pages.Links;
using CddFunctions.Pages.Programme;
using CddFunctions.Pages.Rosters;

namespace CddFunctions.Pages;

/// <summary>Addresses that people open. They answer with pages, also when they refuse.</summary>
public static class PagesEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/api/ui").ExcludeFromDescription();
        pages.MapGet("/assets/{file}", PageAssets.Send);
        pages.MapGet("/{campaign}", OpenAsync);
        routes.MapBallotPages();
        routes.MapLinksPages();
        routes.MapProgrammePages();
        routes.MapRosterPages();
        routes.MapBoardPages();
        routes.MapHistoryPages();
        routes.MapHandInPages();
        routes.MapAuditPages();
    }

    private static Task<IResult> OpenAsync(
        string campaign, string? t, HttpContext http, SignIn signIn, StartPage start, CancellationToken ct)
    {
        if (t is null)
            return start.ShowAsync(campaign, http, ct);

        PageLanguage.Keep(http);
        return signIn.RunAsync(campaign, t, http, ct);
    }
}
