using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.Reviews;

/// <summary>What the province decides on a hand-in, and takes back.</summary>
public static class DecisionEndpoints
{
    /// <param name="route">Of the hand-ins of one unit.</param>
    public static void MapDecisions(this RouteGroupBuilder targets, string route)
    {
        targets
            .MapPost(route + "/review", ReviewAsync)
            .Allow(CallerRole.Admin)
            .LogOutcomes("review")
            .Produces<SubmissionView>()
            .Problems(400, 409, 412, 415);
        targets
            .MapPost(route + "/take-back", TakeBackAsync)
            .Allow(CallerRole.Admin)
            .LogOutcomes("take-back")
            .Produces<SubmissionView>()
            .Problems(400, 409, 412, 413, 415);
        targets
            .MapPost("/obligations/{task}/{unit}/extension", ExtendAsync)
            .Allow(CallerRole.Admin)
            .LogOutcomes("extension")
            .Produces<ExtensionAnswer>()
            .Problems(400, 415, 422);
        targets
            .MapPost("/obligations/{task}/{unit}/extension/take-back", TakeBackExtensionAsync)
            .Allow(CallerRole.Admin)
            .LogOutcomes("take-back")
            .Produces<Obligation>()
            .Problems(400, 409, 412, 415);
    }

    [Operation("reviewSubmission", "Accepts or returns the newest revision.")]
    [TakesVersion(Required = true)]
    [GivesVersion]
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
            : CommonProblems.IfMatchMissing().ToResult();

    [Operation("takeBack", "Takes a decision back: a return, or an acceptance.")]
    [TakesVersion(Required = true)]
    [GivesVersion]
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
            : CommonProblems.IfMatchMissing().ToResult();

    [Operation("extendObligation", "Grants one unit a later due day.")]
    private static Task<IResult> ExtendAsync(Target target, Caller caller, ExtensionRequest request, Extend extend, CancellationToken ct) =>
        extend.RunAsync(target, caller, request, ct).ToResultAsync();

    [Operation("takeBackExtension", "Takes an extension back.")]
    private static Task<IResult> TakeBackExtensionAsync(
        Target target,
        Caller caller,
        TakeBackExtensionRequest request,
        TakeBackExtension takeBack,
        CancellationToken ct
    ) => takeBack.RunAsync(target, caller, request, ct).ToResultAsync();
}
