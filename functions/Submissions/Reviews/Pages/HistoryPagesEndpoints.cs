using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Reviews.Pages;

public static class HistoryPagesEndpoints
{
    public static void MapHistoryPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/tasks/{task}/units/{unit}").OfProgramme();
        pages
            .MapGet(
                "/history",
                (
                    PageVisit visit,
                    Target target,
                    string? after,
                    string? receipt,
                    HttpContext http,
                    HistoryPages page,
                    CancellationToken ct
                ) => page.ShowAsync(visit, target, new(after, receipt), http, ct)
            )
            .Allow(CallerRole.Admin, CallerRole.Viewer, CallerRole.Officer)
            .ForTarget()
            .OwnUnit();
        MapDecisions(pages.MapGroup("").Allow(CallerRole.Admin).ForTarget());
    }

    private static void MapDecisions(RouteGroupBuilder decisions)
    {
        decisions
            .MapPost(
                "/review",
                (PageVisit visit, Target target, HttpContext http, DecisionPages decision, CancellationToken ct) =>
                    decision.ReviewAsync(visit, target, http, ct)
            )
            .LogOutcomes("review", StatusCodes.Status303SeeOther);
        decisions
            .MapPost(
                "/take-back",
                (PageVisit visit, Target target, HttpContext http, DecisionPages decision, CancellationToken ct) =>
                    decision.TakeBackAsync(visit, target, http, ct)
            )
            .LogOutcomes("take-back", StatusCodes.Status303SeeOther);
        decisions
            .MapPost(
                "/extension/take-back",
                (PageVisit visit, Target target, HttpContext http, DecisionPages decision, CancellationToken ct) =>
                    decision.TakeBackExtensionAsync(visit, target, http, ct)
            )
            .LogOutcomes("take-back", StatusCodes.Status303SeeOther);
        decisions
            .MapPost(
                "/extension",
                (PageVisit visit, Target target, HttpContext http, DecisionPages decision, CancellationToken ct) =>
                    decision.ExtendAsync(visit, target, http, ct)
            )
            .LogOutcomes("extension", StatusCodes.Status303SeeOther);
    }

    public static IServiceCollection AddHistoryPages(this IServiceCollection services) =>
        services.AddSingleton<Senders>().AddSingleton<HistoryPages>().AddSingleton<DecisionPages>();
}
