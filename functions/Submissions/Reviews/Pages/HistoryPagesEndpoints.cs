using CddFunctions.Web;

namespace CddFunctions.Submissions.Reviews.Pages;

public static class HistoryPagesEndpoints
{
    public static void MapHistoryPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/tasks/{task}/units/{unit}");
        pages.MapGet("/history", ([AsParameters] Address at, string? after, string? receipt, HttpContext http, HistoryPages history, CancellationToken ct) =>
            history.ShowAsync(at, new(after, receipt), http, ct));
        pages.MapPost("/review", ([AsParameters] Address at, HttpContext http, DecisionPages decisions, CancellationToken ct) => decisions.ReviewAsync(at, http, ct));
        pages.MapPost("/extension", ([AsParameters] Address at, HttpContext http, DecisionPages decisions, CancellationToken ct) => decisions.ExtendAsync(at, http, ct));
    }

    public static IServiceCollection AddHistoryPages(this IServiceCollection services) => services
        .AddSingleton<Senders>()
        .AddSingleton<HistoryPages>()
        .AddSingleton<DecisionPages>();
}
