using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

public static class CampaignPagesEndpoints
{
    public static void MapCampaignPages(this IEndpointRouteBuilder routes)
    {
        var programme = routes.MapPages("/programme").OfProgramme();
        programme
            .MapGet("", (PageVisit visit, CampaignPages pages, CancellationToken ct) => pages.ShowAsync(visit, ct))
            .Allow(CallerRole.Admin, CallerRole.Viewer);

        MapChoosing(programme.MapGroup("/units/{set}").Allow(CallerRole.Admin, CallerRole.Officer).OwnPlaces());
        var administration = programme.MapGroup("").Allow(CallerRole.Admin);
        administration.MapGet("/check", (PageVisit visit) => CheckPages.Ask(visit));
        administration.MapPost(
            "/check",
            (PageVisit visit, HttpContext http, CheckPages pages, CancellationToken ct) => pages.CheckAsync(visit, http, ct)
        );
        MapProposal(administration.MapGroup("/proposal"));
        MapRevisions(administration.MapGroup("/revisions"));
    }

    private static void MapChoosing(RouteGroupBuilder choosing)
    {
        choosing.MapGet(
            "",
            (PageVisit visit, string set, bool? saved, ChoosePages pages, CancellationToken ct) =>
                pages.ShowAsync(visit, set, saved is true, ct)
        );
        choosing.MapPost(
            "",
            (PageVisit visit, string set, HttpContext http, ChoosePages pages, CancellationToken ct) =>
                pages.SaveAsync(visit, set, http, ct)
        );
    }

    private static void MapProposal(RouteGroupBuilder proposal)
    {
        proposal.MapGet("", (PageVisit visit, string? done, ProposalPages pages, CancellationToken ct) => pages.ShowAsync(visit, done, ct));
        proposal.MapPost(
            "",
            (PageVisit visit, HttpContext http, ProposalPages pages, CancellationToken ct) => pages.ProposeAsync(visit, http, ct)
        );
        proposal.MapPost(
            "/confirm",
            (PageVisit visit, HttpContext http, ProposalPages pages, CancellationToken ct) => pages.ConfirmAsync(visit, http, ct)
        );
        proposal.MapPost(
            "/withdraw",
            (PageVisit visit, HttpContext http, ProposalPages pages, CancellationToken ct) => pages.WithdrawAsync(visit, http, ct)
        );
    }

    private static void MapRevisions(RouteGroupBuilder revisions)
    {
        revisions.MapGet("", (PageVisit visit, int? from, CampaignPages pages, CancellationToken ct) => pages.ListAsync(visit, from, ct));
        revisions.MapGet(
            "/{number:int}",
            (PageVisit visit, int number, CampaignPages pages, CancellationToken ct) => pages.OpenAsync(visit, number, ct)
        );
        revisions.MapGet(
            "/{number:int}/file",
            (PageVisit visit, int number, CampaignPages pages, CancellationToken ct) => pages.DownloadAsync(visit, number, ct)
        );
        revisions.MapPost(
            "/{number:int}/propose",
            (PageVisit visit, int number, HttpContext http, ProposalPages pages, CancellationToken ct) =>
                pages.ProposeAgainAsync(visit, number, http, ct)
        );
    }

    public static IServiceCollection AddCampaignPages(this IServiceCollection services) =>
        services
            .AddSingleton<Visits>()
            .AddMenu<CampaignTexts>(40, "/programme", t => t.Menu, CallerRole.Viewer, CallerRole.Admin)
            .AddSingleton<CampaignPages>()
            .AddSingleton<CheckPages>()
            .AddSingleton<ProposalPages>()
            .AddSingleton<ChoosePages>();
}
