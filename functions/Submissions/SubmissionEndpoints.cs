using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
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

namespace CddFunctions.Submissions;

/// <summary>Routes of hand-ins. Each handler finds the target, asks whether the caller may, and calls one use case.</summary>
public static class SubmissionEndpoints
{
    private const string Route = "/tasks/{task}/units/{unit}/submissions";

    /// <summary>Metric: hand-ins, first ones and revisions, by outcome.</summary>
    internal const string HandIns = "cdd.hand_ins";

    public static void MapSubmissions(this IEndpointRouteBuilder routes)
    {
        var campaign = routes.MapGroup("/api/campaigns/{campaign}").WithTags("Submissions")
            .ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        campaign.MapPost(Route, PostAsync).Accepts<HandInRequest>("application/json", "application/x-www-form-urlencoded")
            .Produces<HandInAnswer>(201).ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422)
            .ProducesProblem(429).RequireRateLimiting(RateLimits.IntakePolicy).AddEndpointFilter(FormRefusals.AsPageAsync).CountOutcomes(HandIns);
        campaign.MapGet(Route, GetAsync).Produces<SubmissionView>().ProducesProblem(400);
        campaign.MapPut(Route, PutAsync).Accepts<HandInRequest>("application/json", "application/x-www-form-urlencoded")
            .Produces<HandInAnswer>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(412).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422)
            .AddEndpointFilter(FormRefusals.AsPageAsync).CountOutcomes(HandIns);
        campaign.MapPost(Route + "/review", ReviewAsync).Produces<SubmissionView>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(412).ProducesProblem(415);
        campaign.MapGet(Route + "/files/{upload}", FileDownload.HandleAsync).Produces(200, contentType: "application/octet-stream").Produces(206).Produces(302);
        campaign.MapPost("/obligations/{task}/{unit}/extension", ExtendAsync).Produces<ExtensionAnswer>().ProducesProblem(400).ProducesProblem(415).ProducesProblem(422);
        campaign.MapGet("/obligations", GetObligations.HandleAsync).Produces<IReadOnlyList<Obligation>>().ProducesProblem(400);
        routes.MapUploads();
        routes.MapRosters();
        routes.MapHandInPages();
        routes.MapHistoryPages();
    }

    private static async Task<IResult> PostAsync(
        [AsParameters] Address at, CallerOf caller, HttpRequest http, HandIn handIn, CancellationToken ct)
    {
        if ((await at.FindAsync(caller, Access.RefuseHandIn, ct)).IsRefused(out var refusal, out var target))
            return refusal.ToResult();
        if ((await HandInBody.ReadAsync(http, keyNeeded: true, ct)).IsRefused(out var unread, out var body))
            return unread.ToResult();

        return (await handIn.RunAsync(target, caller.Value!, body, ct)).IsRefused(out var refused, out var kept)
            ? refused.ToResult()
            : new HandInResult(StatusCodes.Status201Created, kept, target, body.AsPage);
    }

    private static async Task<IResult> PutAsync(
        [AsParameters] Address at, CallerOf caller, HttpRequest http, Revise revise, CancellationToken ct)
    {
        if ((await at.FindAsync(caller, Access.RefuseRevise, ct)).IsRefused(out var refusal, out var target))
            return refusal.ToResult();
        if (IfMatch.Read(http) is not { } ifMatch)
            return SubmissionProblems.IfMatchMissing().ToResult();
        if ((await HandInBody.ReadAsync(http, keyNeeded: false, ct)).IsRefused(out var unread, out var body))
            return unread.ToResult();

        return (await revise.RunAsync(target, caller.Value!, body, ifMatch, ct)).IsRefused(out var refused, out var kept)
            ? refused.ToResult()
            : new HandInResult(StatusCodes.Status200OK, kept, target, body.AsPage);
    }

    private static async Task<IResult> GetAsync(
        [AsParameters] Address at, CallerOf caller, ReadSubmissions read, string? after, int? limit, CancellationToken ct) =>
        (await at.FindAsync(caller, Access.RefuseRead, ct)).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : await read.RunAsync(target, caller.Value!, after, limit, ct);

    private static async Task<IResult> ReviewAsync(
        [AsParameters] Address at, CallerOf caller, HttpRequest http, ReviewRequest request, Review review, CancellationToken ct)
    {
        if ((await at.FindAsync(caller, AdminOnly, ct)).IsRefused(out var refusal, out var target))
            return refusal.ToResult();

        if (IfMatch.Read(http) is not { } ifMatch)
            return SubmissionProblems.IfMatchMissing().ToResult();

        return (await review.RunAsync(target, caller.Value!, request, ifMatch, ct)).IsRefused(out var refused, out var reviewed)
            ? refused.ToResult()
            : new SubmissionResult(reviewed.Stored, target, reviewed.Extension, personal: true);
    }

    private static async Task<IResult> ExtendAsync(
        [AsParameters] Address at, CallerOf caller, ExtensionRequest request, Extend extend, CancellationToken ct)
    {
        if ((await at.FindAsync(caller, AdminOnly, ct)).IsRefused(out var refusal, out var target))
            return refusal.ToResult();

        return (await extend.RunAsync(target, caller.Value!, request, ct)).IsRefused(out var refused, out var answer)
            ? refused.ToResult()
            : TypedResults.Ok(answer);
    }

    private static Problem? AdminOnly(Caller? caller, LaunchedCampaign campaign, CampaignTask task, Unit unit) =>
        Caller.Refuse(caller, campaign.Id, CallerRole.Admin);
}
