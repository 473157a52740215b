using CddFunctions.Campaigns;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Reviews;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Submissions.Uploads;
using static CddFunctions.Platform.Identity.CallerRole;

namespace CddFunctions.Submissions;

/// <summary>Routes of hand-ins: who may come in, and the one use case that each of them calls.</summary>
public static class SubmissionEndpoints
{
    private const string Route = "/tasks/{task}/units/{unit}/submissions";

    /// <summary>Metric: hand-ins, first ones and revisions, by outcome.</summary>
    internal const string HandIns = "cdd.hand_ins";

    /// <summary>Word of a hand-in in the log.</summary>
    internal const string HandInDeed = "hand-in";

    public static void MapSubmissions(this IEndpointRouteBuilder routes)
    {
        var campaign = routes.MapGroup("/api/campaigns/{campaign}").WithTags("Submissions");
        campaign
            .MapGet("/obligations", ObligationsAsync)
            .InCampaign()
            .Allow(Admin, Viewer, Officer)
            .Produces<IReadOnlyList<Obligation>>()
            .Problems(400);

        var targets = campaign.MapGroup("").Identified().InCampaign().ForTarget();
        MapHandIns(targets);
        MapDecisions(targets);
        targets.MapGet(Route, GetAsync).Allow(Officer, Admin, Viewer).OwnUnit().Produces<SubmissionView>().Problems(400);
        targets
            .MapGet(Route + "/files/{upload}", DownloadAsync)
            .Allow(Officer, Admin, Viewer)
            .OwnUnit()
            .Produces(200, contentType: "application/octet-stream")
            .Produces(206)
            .Produces(302);
        routes.MapUploads();
        routes.MapRosters();
        routes.MapHandInPages();
        routes.MapHistoryPages();
    }

    private static void MapHandIns(RouteGroupBuilder targets)
    {
        var handIns = targets.MapGroup("").Tell(FormRefusals.SendAsync).AddEndpointFilter(FormRefusals.AsPageAsync).CountOutcomes(HandIns);
        handIns
            .MapPost(Route, PostAsync)
            .Allow(Officer, Admin, Intake)
            .OwnUnit()
            .Limit(RateLimits.IntakePolicy)
            .LogOutcomes(HandInDeed)
            .Accepts<HandInRequest>("application/json", "application/x-www-form-urlencoded")
            .Produces<HandInAnswer>(201)
            .Problems(400, 409, 413, 415, 422);
        handIns
            .MapPut(Route, PutAsync)
            .Allow(Officer, Admin)
            .OwnToRevise()
            .LogOutcomes("revision")
            .Accepts<HandInRequest>("application/json", "application/x-www-form-urlencoded")
            .Produces<HandInAnswer>()
            .Problems(400, 409, 412, 413, 415, 422);
    }

    private static void MapDecisions(RouteGroupBuilder targets)
    {
        targets
            .MapPost(Route + "/review", ReviewAsync)
            .Allow(Admin)
            .LogOutcomes("review")
            .Produces<SubmissionView>()
            .Problems(400, 409, 412, 415);
        targets
            .MapPost(Route + "/take-back", TakeBackAsync)
            .Allow(Admin)
            .LogOutcomes("take-back")
            .Produces<SubmissionView>()
            .Problems(400, 409, 412, 413, 415);
        targets
            .MapPost("/obligations/{task}/{unit}/extension", ExtendAsync)
            .Allow(Admin)
            .LogOutcomes("extension")
            .Produces<ExtensionAnswer>()
            .Problems(400, 415, 422);
        targets
            .MapPost("/obligations/{task}/{unit}/extension/take-back", TakeBackExtensionAsync)
            .Allow(Admin)
            .LogOutcomes("take-back")
            .Produces<Obligation>()
            .Problems(400, 409, 412, 415);
    }

    private static async Task<IResult> PostAsync(Target target, Caller caller, HttpRequest http, HandIn handIn, CancellationToken ct)
    {
        if ((await KeyedHandIn.ReadAsync(http, keyNeeded: true, ct)).IsRefused(out var unread, out var body))
            return unread.ToResult();

        return await handIn
            .RunAsync(target, caller, body, ct)
            .ToResultAsync(kept => new HandInResult(StatusCodes.Status201Created, kept, target, body.AsPage));
    }

    private static async Task<IResult> PutAsync(Target target, Caller caller, HttpRequest http, Revise revise, CancellationToken ct)
    {
        if (IfMatch.Read(http) is not { } ifMatch)
            return SubmissionProblems.IfMatchMissing().ToResult();
        if ((await KeyedHandIn.ReadAsync(http, keyNeeded: false, ct)).IsRefused(out var unread, out var body))
            return unread.ToResult();

        return await revise
            .RunAsync(target, caller, body, ifMatch, ct)
            .ToResultAsync(kept => new HandInResult(StatusCodes.Status200OK, kept, target, body.AsPage));
    }

    private static Task<IResult> GetAsync(
        Target target,
        Caller caller,
        ReadSubmissions read,
        string? after,
        int? limit,
        CancellationToken ct
    ) =>
        read.RunAsync(target, caller, after, limit, ct)
            .ToResultAsync(found =>
                found.Page is { } page ? TypedResults.Ok(page) : new SubmissionResult(found.One!, target, found.Extension, found.Personal)
            );

    private static async Task<IResult> ReviewAsync(
        Target target,
        Caller caller,
        HttpRequest http,
        ReviewRequest request,
        Review review,
        CancellationToken ct
    ) =>
        IfMatch.Read(http) is { } ifMatch
            ? await review
                .RunAsync(target, caller, request, ifMatch, ct)
                .ToResultAsync(reviewed => new SubmissionResult(reviewed.Stored, target, reviewed.Extension, personal: true))
            : SubmissionProblems.IfMatchMissing().ToResult();

    private static async Task<IResult> TakeBackAsync(
        Target target,
        Caller caller,
        HttpRequest http,
        TakeBackRequest request,
        TakeBack takeBack,
        CancellationToken ct
    ) =>
        IfMatch.Read(http) is { } ifMatch
            ? await takeBack
                .RunAsync(target, caller, request, ifMatch, ct)
                .ToResultAsync(undone => new SubmissionResult(undone.Stored, target, undone.Extension, personal: true))
            : SubmissionProblems.IfMatchMissing().ToResult();

    private static Task<IResult> DownloadAsync(Target target, Caller caller, string upload, DownloadFile download, CancellationToken ct) =>
        download.RunAsync(target, caller, upload, ct).ToResultAsync(file => file.ToResult(inParts: true));

    private static Task<IResult> ExtendAsync(Target target, Caller caller, ExtensionRequest request, Extend extend, CancellationToken ct) =>
        extend.RunAsync(target, caller, request, ct).ToResultAsync();

    private static Task<IResult> TakeBackExtensionAsync(
        Target target,
        Caller caller,
        TakeBackExtensionRequest request,
        TakeBackExtension takeBack,
        CancellationToken ct
    ) => takeBack.RunAsync(target, caller, request, ct).ToResultAsync();

    private static Task<IResult> ObligationsAsync(
        LaunchedCampaign campaign,
        Caller caller,
        string? unit,
        string? task,
        string? state,
        ReadObligations read,
        CancellationToken ct
    ) => read.RunAsync(campaign, caller, new(unit, task, state), ct).ToResultAsync();
}
