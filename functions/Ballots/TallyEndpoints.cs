using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots;

/// <summary>Routes of a ballot after the close: tally, ties, certification, publication, result, receipts.</summary>
public static class TallyEndpoints
{
    public static void MapTallies(this IEndpointRouteBuilder routes)
    {
        var ballot = routes.MapGroup("/api/campaigns/{campaign}/ballots/{ballot}").WithTags("Ballots").ProducesProblem(404);
        ballot.MapPost("/tally", TallyAsync).Produces<ResultView>().Produces<TallyUnderWay>(202).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409);
        ballot.MapPost("/ties/{contest}", DecideAsync).Produces<ResultView>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(415).ProducesProblem(422);
        ballot.MapPost("/certify", CertifyAsync).Produces<ResultView>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409);
        ballot.MapPost("/publish", PublishAsync).Produces<ResultView>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409);
        ballot.MapGet("/result", ResultAsync).Produces<ResultView>().ProducesProblem(409);
        ballot.MapGet("/receipts", ReceiptsAsync).Produces<IReadOnlyList<string>>().ProducesProblem(409);
    }

    private static async Task<IResult> TallyAsync([AsParameters] BallotAddress at, CallerOf caller, RunTally tally, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : await tally.RunAsync(target, caller.Value!, ct);

    private static async Task<IResult> DecideAsync(
        [AsParameters] BallotAddress at, string contest, CallerOf caller, TieRequest request, DecideTie decide, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : await decide.RunAsync(target, caller.Value!, contest, request, ct);

    private static async Task<IResult> CertifyAsync([AsParameters] BallotAddress at, CallerOf caller, Certify certify, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : await certify.RunAsync(target, caller.Value!, ct);

    private static async Task<IResult> PublishAsync([AsParameters] BallotAddress at, CallerOf caller, Certify certify, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : await certify.PublishAsync(target, caller.Value!, ct);

    /// <summary>Anyone once it is published; before that an administrator, who reads the very same.</summary>
    private static async Task<IResult> ResultAsync([AsParameters] BallotAddress at, CallerOf caller, BallotStore store, CancellationToken ct)
    {
        if (at.Find().IsRefused(out var unknown, out var target))
            return unknown.ToResult();

        var ballot = await store.FindAsync(target, ct);
        var admin = Caller.Refuse(caller.Value, target.Campaign.Id, CallerRole.Admin) is null;
        if (ballot.State.Published is null && !admin)
            return BallotProblems.NotPublished().ToResult();
        return ballot.State.Tally is { } tally ? TypedResults.Ok(ContestView.Of(ballot, tally)) : BallotProblems.NotTallied().ToResult();
    }

    private static async Task<IResult> ReceiptsAsync([AsParameters] BallotAddress at, BallotStore store, Receipts receipts, TimeProvider clock, CancellationToken ct)
    {
        if (at.Find().IsRefused(out var unknown, out var target))
            return unknown.ToResult();

        var ballot = await store.FindAsync(target, ct);
        if (BallotWindow.PhaseOf(ballot, clock.GetUtcNow()) is not BallotPhase.Closed)
            return BallotProblems.StillOpen(BallotView.Of(target, ballot, clock.GetUtcNow()).Closes).ToResult();
        return TypedResults.Ok((await receipts.OfAsync(target, ballot, ct)).Select(VoteReceipt.Text));
    }
}
