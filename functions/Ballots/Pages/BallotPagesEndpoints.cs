using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Pages;

/// <summary>Pages of a ballot. Those that a voter opens leave neither trace nor metric.</summary>
public static class BallotPagesEndpoints
{
    public static void MapBallotPages(this IEndpointRouteBuilder routes)
    {
        var votes = routes.MapPages("/vote/{ballot}").AddUnobserved();
        votes.MapGet("", ([AsParameters] BallotAddress at, CallerOf caller, string? k, HttpContext http, VotePages vote, CancellationToken ct) =>
            vote.OpenAsync(at, caller, k, http, ct));
        votes.MapPost("", ([AsParameters] BallotAddress at, CallerOf caller, HttpContext http, VotePages vote, CancellationToken ct) =>
            vote.PostAsync(at, caller, http, ct));

        var results = routes.MapPages("/ballots/{ballot}").AddUnobserved();
        results.MapGet("", ([AsParameters] BallotAddress at, CallerOf caller, string? receipt, HttpContext http, ResultPages result, CancellationToken ct) =>
            result.ResultAsync(at, caller, receipt, http, ct));
        results.MapGet("/announcement", ([AsParameters] BallotAddress at, CallerOf caller, HttpContext http, ResultPages result, CancellationToken ct) =>
            result.PaperAsync(at, caller, http, certificates: false, ct));
        results.MapGet("/certificates", ([AsParameters] BallotAddress at, CallerOf caller, HttpContext http, ResultPages result, CancellationToken ct) =>
            result.PaperAsync(at, caller, http, certificates: true, ct));

        routes.MapGet(
            "/api/campaigns/{campaign}/ballots/{ballot}/roll/slips",
            ([AsParameters] BallotAddress at, CallerOf caller, HttpContext http, ResultPages result, CancellationToken ct) => result.SlipsAsync(at, caller, http, ct))
            .WithTags("Ballots").Produces<string>(200, "text/html").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }

    public static IServiceCollection AddBallotPages(this IServiceCollection services) => services
        .AddSingleton<VotePages>()
        .AddSingleton<ResultPages>();
}
