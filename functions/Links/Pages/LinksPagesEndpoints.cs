using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Links.Pages;

public static class LinksPagesEndpoints
{
    public static void MapLinksPages(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapPages("/links");
        links.MapGet("", (string campaign, HttpContext http, LinksPages pages, CancellationToken ct) => pages.ListAsync(campaign, http, ct));
        links.MapPost("", (string campaign, HttpContext http, LinksPages pages, CancellationToken ct) => pages.MakeAsync(campaign, http, ct));
        links.MapGet("/sheet", (string campaign, HttpContext http, SheetPages pages, CancellationToken ct) => pages.ShowAsync(campaign, http, ct));
        links.MapGet("/{id}", (string campaign, string id, HttpContext http, OneLinkPages pages, CancellationToken ct) => pages.ShowAsync(campaign, id, http, ct));
        links.MapGet("/{id}/revoke", (string campaign, string id, HttpContext http, OneLinkPages pages, CancellationToken ct) => pages.AskAsync(campaign, id, http, ct));
        links.MapPost("/{id}/revoke", (string campaign, string id, HttpContext http, OneLinkPages pages, CancellationToken ct) => pages.RevokeAsync(campaign, id, http, ct));
    }

    public static IServiceCollection AddLinksPages(this IServiceCollection services) => services
        .AddMenu<LinksTexts>(30, "/links", t => t.Menu, CallerRole.Admin)
        .AddSingleton<LinksPages>()
        .AddSingleton<OneLinkPages>()
        .AddSingleton<SheetPages>();
}
