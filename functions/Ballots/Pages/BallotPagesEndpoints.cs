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
        MapVote(routes);
        MapResults(routes);
        MapSlips(routes);
    }

    private static void MapVote(IEndpointRouteBuilder routes)
    {
        var votes = routes.MapPages("/vote/{ballot}").WithMetadata(new LinkCookies.ForVoters()).AddUnobserved().OfProgramme().ForBallot();
        votes.MapGet(
            "",
            (BallotTarget target, Caller? caller, string? k, string? done, HttpContext http, VotePages vote, CancellationToken ct) =>
                vote.OpenAsync(target, caller, k, done, http, ct)
        );
        votes.MapPost(
            "",
            (BallotTarget target, Caller? caller, HttpContext http, VotePages vote, CancellationToken ct) =>
                vote.PostAsync(target, caller, http, ct)
        );
        votes.MapGet(
            "/contests/{contest}",
            (BallotTarget target, Caller? caller, string contest, HttpContext http, VoteContestPages vote, CancellationToken ct) =>
                vote.ListAsync(target, caller, contest, http, ct)
        );
        votes.MapPost(
            "/contests/{contest}",
            (BallotTarget target, Caller? caller, string contest, HttpContext http, VoteContestPages vote, CancellationToken ct) =>
                vote.ChooseAsync(target, caller, contest, http, ct)
        );
        votes.MapGet(
            "/receipt",
            (BallotTarget target, Caller? caller, HttpContext http, VotePages vote, CancellationToken ct) =>
                vote.ReceiptAsync(target, caller, http, ct)
        );
    }

    private static void MapResults(IEndpointRouteBuilder routes)
    {
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
    }

    private static void MapSlips(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/api/campaigns/{campaign}/ballots/{ballot}/roll/slips",
                [Operation("printSlips", "Gives the slips with the codes of all voters, or of one, to print.")]
                (BallotTarget target, Caller caller, string? entry, HttpContext http, ResultPages result, CancellationToken ct) =>
                    result.SlipsAsync(target, caller, entry, http, ct)
            )
            .Identified()
            .InCampaign()
            .ForBallot()
            .Allow(CallerRole.Admin)
            .WithTags("Ballots")
            .Produces<string>(200, "text/html")
            .Problems(404, 409);

    public static IServiceCollection AddBallotPages(this IServiceCollection services) =>
        services
            .AddSingleton<VoteDrafts>()
            .AddSingleton<VoteSession>()
            .AddSingleton<VotePapers>()
            .AddSingleton<VotePages>()
            .AddSingleton<VoteContestPages>()
            .AddSingleton<ResultPages>();
}
