using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

public static class ProgrammePagesEndpoints
{
    public static void MapProgrammePages(this IEndpointRouteBuilder routes)
    {
        var programme = routes.MapPages("/programme");
        programme.MapGet("", (string campaign, HttpContext http, ProgrammePages pages, CancellationToken ct) => pages.ShowAsync(campaign, http, ct));
        programme.MapGet("/check", (string campaign, HttpContext http, CheckPages pages) => pages.Ask(campaign, http));
        programme.MapPost("/check", (string campaign, HttpContext http, CheckPages pages, CancellationToken ct) => pages.CheckAsync(campaign, http, ct));
        programme.MapGet("/units/{set}", (string campaign, string set, int? saved, HttpContext http, ChoosePages pages, CancellationToken ct) => pages.ShowAsync(campaign, set, saved, http, ct));
        programme.MapPost("/units/{set}", (string campaign, string set, HttpContext http, ChoosePages pages, CancellationToken ct) => pages.SaveAsync(campaign, set, http, ct));

        var revisions = programme.MapGroup("/revisions");
        revisions.MapGet("", (string campaign, int? from, HttpContext http, ProgrammePages pages, CancellationToken ct) => pages.ListAsync(campaign, from, http, ct));
        revisions.MapGet("/{number:int}", (string campaign, int number, HttpContext http, ProgrammePages pages, CancellationToken ct) => pages.OpenAsync(campaign, number, http, ct));
        revisions.MapGet("/{number:int}/file", (string campaign, int number, HttpContext http, ProgrammePages pages, CancellationToken ct) => pages.DownloadAsync(campaign, number, http, ct));
    }

    public static IServiceCollection AddProgrammePages(this IServiceCollection services) => services
        .AddSingleton<Visits>()
        .AddMenu<ProgrammeTexts>(40, "/programme", t => t.Menu, CallerRole.Viewer, CallerRole.Admin)
        .AddSingleton<ProgrammePages>()
        .AddSingleton<CheckPages>()
        .AddSingleton<ChoosePages>();
}
