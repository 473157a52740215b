using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Links.Pages;

public static class LinksPagesEndpoints
{
    public static void MapLinksPages(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapPages("/links").OfProgramme().Allow(CallerRole.Admin);
        links.MapGet("", (PageVisit visit, HttpContext http, LinksPages pages, CancellationToken ct) => pages.ListAsync(visit, http, ct));
        links.MapPost("", (PageVisit visit, HttpContext http, LinksPages pages, CancellationToken ct) => pages.MakeAsync(visit, http, ct));
        links.MapGet(
            "/sheet",
            (PageVisit visit, HttpContext http, SheetPages pages, CancellationToken ct) => pages.ShowAsync(visit, http, ct)
        );
        links.MapGet(
            "/{id}",
            (PageVisit visit, string id, HttpContext http, OneLinkPages pages, CancellationToken ct) => pages.ShowAsync(visit, id, http, ct)
        );
        links.MapGet(
            "/{id}/revoke",
            (PageVisit visit, string id, HttpContext http, OneLinkPages pages, CancellationToken ct) => pages.AskAsync(visit, id, http, ct)
        );
        links.MapPost(
            "/{id}/revoke",
            (PageVisit visit, string id, HttpContext http, OneLinkPages pages, CancellationToken ct) =>
                pages.RevokeAsync(visit, id, http, ct)
        );
    }

    public static IServiceCollection AddLinksPages(this IServiceCollection services) =>
        services
            .AddMenu<LinksTexts>(30, "/links", t => t.Menu, CallerRole.Admin)
            .AddSingleton<LinksPages>()
            .AddSingleton<OneLinkPages>()
            .AddSingleton<SheetPages>();
}
