using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
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
        targets.MapDecisions(Route);
        targets.MapGet(Route, GetAsync).Allow(Officer, Admin, Viewer).OwnUnit().Produces<SubmissionView>().Problems(400);
        targets
            .MapGet(Route + "/files/{upload}", DownloadAsync)
            .Allow(Officer, Admin, Viewer)
            .OwnUnit()
            .Produces(200, contentType: "application/octet-stream")
            .Produces(206)
            .Produces(302)
            .Problems(410);
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

    [Operation("handIn", "Hands in a task, or once more on a repeatable form.")]
    [TakesKey(Required = true)]
    [GivesVersion]
    private static async Task<IResult> PostAsync(Target target, Caller caller, HttpRequest http, HandIn handIn, CancellationToken ct)
    {
        if ((await KeyedHandIn.ReadAsync(http, keyNeeded: true, ct)).IsRefused(out var unread, out var body))
            return unread.ToResult();

        return await handIn
            .RunAsync(target, caller, body, ct)
            .ToResultAsync(kept => new HandInResult(StatusCodes.Status201Created, kept, target, body.AsPage));
    }

    [Operation("revise", "Hands in a new revision of what was read last.")]
    [TakesKey]
    [TakesVersion(Required = true)]
    [GivesVersion]
    private static async Task<IResult> PutAsync(Target target, Caller caller, HttpRequest http, Revise revise, CancellationToken ct)
    {
        if (IfMatch.Read(http) is not { } ifMatch)
            return CommonProblems.IfMatchMissing().ToResult();
        if ((await KeyedHandIn.ReadAsync(http, keyNeeded: false, ct)).IsRefused(out var unread, out var body))
            return unread.ToResult();

        return await revise
            .RunAsync(target, caller, body, ifMatch, ct)
            .ToResultAsync(kept => new HandInResult(StatusCodes.Status200OK, kept, target, body.AsPage));
    }

    [Operation("getSubmission", "Reads what a unit handed in; of a repeatable form a page of it.")]
    [GivesVersion]
    private static Task<IResult> GetAsync(
        Target target,
        Caller caller,
        ReadSubmissions read,
        CancellationToken ct,
        [Description("Of a repeatable form: the hand-in to go on after, `next` of the page before.")] string? after = null,
        [Range(1, ReadSubmissions.MostPerPage)] int limit = ReadSubmissions.MostPerPage
    ) =>
        read.RunAsync(target, caller, after, limit, ct)
            .ToResultAsync(found =>
                found.Page is { } page ? TypedResults.Ok(page) : new SubmissionResult(found.One!, target, found.Extension, found.Personal)
            );

    [Operation("getFile", "Gives a file that was handed in.")]
    private static Task<IResult> DownloadAsync(Target target, Caller caller, string upload, DownloadFile download, CancellationToken ct) =>
        download
            .RunAsync(target, caller, upload, ct)
            .ToResultAsync(file => file.ToResult(inParts: true), refusal => new RefusalResult(refusal));

    [Operation("listObligations", "Lists who owes what, and how far it is.")]
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
