using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
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

        var decisions = pages.MapGroup("").Allow(CallerRole.Admin).ForTarget();
        decisions.MapPost(
            "/review",
            (PageVisit visit, Target target, HttpContext http, DecisionPages decision, CancellationToken ct) =>
                decision.ReviewAsync(visit, target, http, ct)
        );
        decisions.MapPost(
            "/take-back",
            (PageVisit visit, Target target, HttpContext http, DecisionPages decision, CancellationToken ct) =>
                decision.TakeBackAsync(visit, target, http, ct)
        );
        decisions.MapPost(
            "/extension/take-back",
            (PageVisit visit, Target target, HttpContext http, DecisionPages decision, CancellationToken ct) =>
                decision.TakeBackExtensionAsync(visit, target, http, ct)
        );
        decisions.MapPost(
            "/extension",
            (PageVisit visit, Target target, HttpContext http, DecisionPages decision, CancellationToken ct) =>
                decision.ExtendAsync(visit, target, http, ct)
        );
    }

    public static IServiceCollection AddHistoryPages(this IServiceCollection services) =>
        services.AddSingleton<Senders>().AddSingleton<HistoryPages>().AddSingleton<DecisionPages>();
}
