using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Tally;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots;

/// <summary>Routes of a ballot after the close: tally, ties, certification, publication, result, receipts.</summary>
public static class TallyEndpoints
{
    public static void MapTallies(this IEndpointRouteBuilder routes)
    {
        var ballots = routes.MapGroup("/api/campaigns/{campaign}/ballots/{ballot}").WithTags("Ballots");
        var deeds = ballots.MapGroup("").Identified().InCampaign().ForBallot().Allow(CallerRole.Admin);
        deeds.MapPost("/tally", TallyAsync).Produces<ResultView>().Produces<TallyUnderWay>(202).Problems(400, 409, 415);
        deeds.MapPost("/ties/{contest}", DecideAsync).Produces<ResultView>().Problems(400, 409, 415, 422);
        deeds.MapPost("/certify", CertifyAsync).Produces<ResultView>().Problems(400, 409, 415);
        deeds.MapPost("/publish", PublishAsync).Produces<ResultView>().Problems(400, 409);

        var results = ballots.MapGroup("").InCampaign().ForBallot();
        results.MapGet("/result", ResultAsync).Produces<ResultView>().Problems(409);
        results.MapGet("/receipts", ReceiptsAsync).Produces<IReadOnlyList<string>>().Problems(409);
    }

    private static Task<IResult> TallyAsync(
        BallotTarget target,
        Caller caller,
        TallyRequest? request,
        RunTally tally,
        CancellationToken ct
    ) =>
        tally
            .RunAsync(target, caller, request ?? new(), ct)
            .ToResultAsync(answer =>
                answer.Result is { } result ? TypedResults.Ok(result) : TypedResults.Accepted((string?)null, answer.UnderWay)
            );

    private static Task<IResult> DecideAsync(
        BallotTarget target,
        Caller caller,
        string contest,
        TieRequest request,
        DecideTie decide,
        CancellationToken ct
    ) => decide.RunAsync(target, caller, contest, request, ct).ToResultAsync();

    private static Task<IResult> CertifyAsync(
        BallotTarget target,
        Caller caller,
        CertifyRequest? request,
        Certify certify,
        CancellationToken ct
    ) => certify.RunAsync(target, caller, request ?? new(), ct).ToResultAsync();

    private static Task<IResult> PublishAsync(BallotTarget target, Caller caller, Certify certify, CancellationToken ct) =>
        certify.PublishAsync(target, caller, ct).ToResultAsync();

    /// <summary>The result: for administrators after the tally, for anyone after publication. Both read the same.</summary>
    private static async Task<IResult> ResultAsync(BallotTarget target, Caller? caller, BallotStore store, CancellationToken ct)
    {
        var ballot = await store.FindAsync(target, ct);
        var admin = Caller.Refuse(caller, target.Campaign.Id, CallerRole.Admin) is null;
        if (ballot.State.Published is null && !admin)
            return TallyProblems.NotPublished().ToResult();
        return ballot.State.Tally is { } tally ? TypedResults.Ok(ContestView.Of(ballot, tally)) : TallyProblems.NotTallied().ToResult();
    }

    private static async Task<IResult> ReceiptsAsync(
        BallotTarget target,
        BallotStore store,
        Receipts receipts,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var ballot = await store.FindAsync(target, ct);
        if (BallotWindow.PhaseOf(ballot, clock.GetUtcNow()) is not BallotPhase.Closed)
            return BallotProblems.StillOpen(BallotView.Of(target, ballot, clock.GetUtcNow()).Closes).ToResult();
        return TypedResults.Ok((await receipts.OfAsync(target, ballot, ct)).Select(VoteReceipt.Text));
    }
}
