using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Board;

public static class BoardPagesEndpoints
{
    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("").OfProgramme();
        pages
            .MapGet("", OpenAsync)
            .Allow(CallerRole.Admin, CallerRole.Viewer, CallerRole.Officer)
            .OpenTo(http => http.Request.Query.ContainsKey("t")); // an address with a token is open to all: SignIn checks the token
        pages
            .MapGet(
                "/board",
                (PageVisit visit, HttpContext http, BoardPages board, CancellationToken ct) => board.ShowAsync(visit, http, ct)
            )
            .Allow(CallerRole.Admin, CallerRole.Viewer);
        pages
            .MapGet(
                "/board/late",
                (PageVisit visit, HttpContext http, LatePages late, CancellationToken ct) => late.ShowAsync(visit, http, ct)
            )
            .Allow(CallerRole.Admin, CallerRole.Viewer);
    }

    public static IServiceCollection AddBoard(this IServiceCollection services) =>
        services
            .AddMenu<OwnTexts>(10, "", t => t.Menu, CallerRole.Officer)
            .AddMenu<OverviewTexts>(10, "", t => t.Menu, CallerRole.Viewer, CallerRole.Admin)
            .AddMenu<BoardTexts>(20, "/board", t => t.Menu, CallerRole.Viewer, CallerRole.Admin)
            .AddSingleton<FirstSteps>()
            .AddSingleton<StartPage>()
            .AddSingleton<BoardPages>()
            .AddSingleton<LatePages>();

    /// <summary>
    /// Answers the address of a link: with a token (<c>t</c>) it signs the visitor in, without one it shows the start page.
    /// </summary>
    private static Task<IResult> OpenAsync(
        string campaign,
        string? t,
        HttpContext http,
        SignIn signIn,
        Visits visits,
        StartPage start,
        CancellationToken ct
    )
    {
        if (t is null)
            return start.ShowAsync(visits.Of(http), ct);

        PageLanguage.Keep(http);
        return signIn.RunAsync(campaign, t, http, ct);
    }
}
