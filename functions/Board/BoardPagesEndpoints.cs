using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Board;

public static class BoardPagesEndpoints
{
    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("");
        pages.MapGet("", OpenAsync);
        pages.MapGet("/board", (string campaign, HttpContext http, BoardPages board, CancellationToken ct) => board.ShowAsync(campaign, http, ct));
    }

    public static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddMenu<OwnTexts>(10, "", t => t.Menu, CallerRole.Officer)
        .AddMenu<OverviewTexts>(10, "", t => t.Menu, CallerRole.Viewer, CallerRole.Admin)
        .AddMenu<BoardTexts>(20, "/board", t => t.Menu, CallerRole.Viewer, CallerRole.Admin)
        .AddSingleton<StartPage>()
        .AddSingleton<BoardPages>();

    /// <summary>The address of a link, and of the page that it leads to.</summary>
    private static Task<IResult> OpenAsync(string campaign, string? t, HttpContext http, SignIn signIn, StartPage start, CancellationToken ct)
    {
        if (t is null)
            return start.ShowAsync(campaign, http, ct);

        PageLanguage.Keep(http);
        return signIn.RunAsync(campaign, t, http, ct);
    }
}
