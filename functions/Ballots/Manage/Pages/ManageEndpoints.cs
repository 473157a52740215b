using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Manage.Pages;

public static class ManageEndpoints
{
    public static void MapManagePages(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPages("/ballots")
            .OfProgramme()
            .Allow(CallerRole.Admin)
            .MapGet("", (PageVisit visit, HttpContext http, ManagePages pages, CancellationToken ct) => pages.ListAsync(visit, http, ct));

        var manage = routes.MapPages("/ballots/{ballot}/manage").OfProgramme().Allow(CallerRole.Admin).ForBallot();
        manage.MapGet(
            "",
            (PageVisit visit, BallotTarget target, string? done, ManagePages pages, CancellationToken ct) =>
                pages.ShowAsync(visit, target, done, ct)
        );
        manage.MapPost(
            "",
            (PageVisit visit, BallotTarget target, HttpContext http, ManagePages pages, CancellationToken ct) =>
                pages.PostAsync(visit, target, http, ct)
        );
    }

    public static IServiceCollection AddManagePages(this IServiceCollection services) =>
        services
            .AddSingleton(s => new MenuEntry(35, "/ballots", english => PageTexts.In<ManageTexts>(english).Menu, [CallerRole.Admin])
            {
                In = campaign => HasBallots(s.GetRequiredService<CampaignCatalog>(), campaign),
            })
            .AddSingleton<WithdrawProposal>()
            .AddSingleton<SecondPerson>()
            .AddSingleton<ManageDeeds>()
            .AddSingleton<ManagePages>();

    private static bool HasBallots(CampaignCatalog campaigns, string id) =>
        campaigns.Known(id)?.Definition.Ballots.Any(b => b.Managed) is true;
}
