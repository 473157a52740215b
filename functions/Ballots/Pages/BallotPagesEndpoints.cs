using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Pages;

/// <summary>Pages of a ballot. Those that a voter opens leave neither trace nor metric.</summary>
public static class BallotPagesEndpoints
{
    public static void MapBallotPages(this IEndpointRouteBuilder routes)
    {
        var votes = routes.MapPages("/vote/{ballot}").WithMetadata(new LinkCookies.ForVoters()).AddUnobserved().OfProgramme().ForBallot();
        votes.MapGet(
            "",
            (BallotTarget target, Caller? caller, string? k, HttpContext http, VotePages vote, CancellationToken ct) =>
                vote.OpenAsync(target, caller, k, http, ct)
        );
        votes.MapPost(
            "",
            (BallotTarget target, Caller? caller, HttpContext http, VotePages vote, CancellationToken ct) =>
                vote.PostAsync(target, caller, http, ct)
        );

        var results = routes.MapPages("/ballots/{ballot}").AddUnobserved().OfProgramme().ForBallot();
        results.MapGet(
            "",
            (BallotTarget target, Caller? caller, string? receipt, HttpContext http, ResultPages result, CancellationToken ct) =>
                result.ResultAsync(target, caller, receipt, http, ct)
        );
        results.MapGet(
            "/announcement",
            (BallotTarget target, Caller? caller, HttpContext http, ResultPages result, CancellationToken ct) =>
                result.PaperAsync(target, caller, http, certificates: false, ct)
        );
        results.MapGet(
            "/certificates",
            (BallotTarget target, Caller? caller, HttpContext http, ResultPages result, CancellationToken ct) =>
                result.PaperAsync(target, caller, http, certificates: true, ct)
        );

        routes.MapSlips();
    }

    private static void MapSlips(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/api/campaigns/{campaign}/ballots/{ballot}/roll/slips",
                (BallotTarget target, Caller caller, HttpContext http, ResultPages result, CancellationToken ct) =>
                    result.SlipsAsync(target, caller, http, ct)
            )
            .Identified()
            .InCampaign()
            .ForBallot()
            .Allow(CallerRole.Admin)
            .WithTags("Ballots")
            .Produces<string>(200, "text/html")
            .Problems(409);

    public static IServiceCollection AddBallotPages(this IServiceCollection services) =>
        services.AddSingleton<VotePages>().AddSingleton<ResultPages>();
}
