using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Pages;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Roll.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots;

/// <summary>Routes of a ballot up to the close: roll, codes, window, paper, vote, turnout. What follows is in <c>TallyEndpoints</c>.</summary>
public static class BallotEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapBallots(this IEndpointRouteBuilder routes)
    {
        var ballot = routes.MapGroup("/api/campaigns/{campaign}/ballots/{ballot}").WithTags("Ballots").ProducesProblem(404);
        ballot.MapGet("", ReadAsync).Produces<BallotView>();
        MapRoll(ballot.MapGroup("/roll").ProducesProblem(401).ProducesProblem(403));
        ballot.MapPost("/window", ProposeAsync).Produces<BallotView>(202).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(415).ProducesProblem(422);
        ballot.MapPost("/window/confirm", ConfirmAsync).Produces<BallotView>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409);
        ballot.MapGet("/turnout", TurnoutAsync).Produces<TurnoutAnswer>().ProducesProblem(401).ProducesProblem(403);
        ballot.MapGet("/record", RecordAsync).Produces<RecordAnswer>().ProducesProblem(401).ProducesProblem(403);

        var voters = ballot.MapGroup("").AddUnobserved();
        voters.MapPost("/voters", SignInAsync).Produces<VoterToken>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(409).ProducesProblem(415).ProducesProblem(429);
        voters.MapGet("/paper", PaperAsync).Produces<PaperView>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(409);
        voters.MapPost("/envelopes", VoteEndpoint.HandleAsync).Accepts<VoteRequest>("application/json", "application/x-www-form-urlencoded")
            .Produces<VoteAnswer>(201).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        routes.MapTallies();
        routes.MapBallotPages();
        routes.MapRollPages();
    }

    private static void MapRoll(RouteGroupBuilder roll)
    {
        roll.MapPut("", PutAsync).Accepts<RollRequest>("application/json", Workbook)
            .Produces<RollAnswer>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        roll.MapGet("", EntriesAsync).Produces<IReadOnlyList<RollEntry>>().ProducesProblem(409);
        roll.MapPost("/additions", AddAsync).Accepts<RollRequest>("application/json", Workbook)
            .Produces<RollAnswer>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        roll.MapPost("/freeze", FreezeAsync).Produces<RollAnswer>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(415).ProducesProblem(422);
        roll.MapPost("/entries/{entry}/code", ReissueAsync).Produces<CodeRequest>().ProducesProblem(400).ProducesProblem(409);
    }

    private static async Task<IResult> ReadAsync([AsParameters] BallotAddress at, BallotStore store, TimeProvider clock, CancellationToken ct) =>
        at.Find().IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : TypedResults.Ok(BallotView.Of(target, await store.FindAsync(target, ct), clock.GetUtcNow()));

    private static async Task<IResult> PutAsync(
        [AsParameters] BallotAddress at, CallerOf caller, HttpRequest http, RollReader reader, PutRoll put, CancellationToken ct)
    {
        if (at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target))
            return refusal.ToResult();

        return (await reader.ReadAsync(target, http, ct)).IsRefused(out var unread, out var read)
            ? unread.ToResult()
            : Answer(await put.ReplaceAsync(target, caller.Value!, read, ct));
    }

    private static async Task<IResult> AddAsync(
        [AsParameters] BallotAddress at, CallerOf caller, HttpRequest http, RollReader reader, PutRoll put, CancellationToken ct)
    {
        if (at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target))
            return refusal.ToResult();

        return (await reader.ReadAsync(target, http, ct)).IsRefused(out var unread, out var read)
            ? unread.ToResult()
            : Answer(await put.AddAsync(target, caller.Value!, read, ct));
    }

    private static IResult Answer(Outcome<RollAnswer> outcome) =>
        outcome.IsRefused(out var refusal, out var roll) ? refusal.ToResult() : TypedResults.Ok(roll);

    private static async Task<IResult> EntriesAsync(
        [AsParameters] BallotAddress at, CallerOf caller, BallotStore store, RollBooks books, BallotRecord record, CancellationToken ct)
    {
        if (at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target))
            return refusal.ToResult();

        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Roll is null)
            return BallotProblems.RollEmpty().ToResult();

        await record.AppendAsync(target, caller.Value!, AuditDeed.RollRead);
        return TypedResults.Ok((await books.OfAsync(target, ballot, ct)).Entries);
    }

    private static async Task<IResult> FreezeAsync(
        [AsParameters] BallotAddress at, CallerOf caller, FreezeRequest? request, FreezeRoll freeze, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : Answer(await freeze.RunAsync(target, caller.Value!, request ?? new(), ct));

    private static async Task<IResult> ReissueAsync(
        [AsParameters] BallotAddress at, string entry, CallerOf caller, BallotStore store, RollBooks books, Codes codes, BallotRecord record, CancellationToken ct)
    {
        if (at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target))
            return refusal.ToResult();

        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Frozen is null)
            return BallotProblems.RollNotFrozen().ToResult();
        if (RollEntry.Parse(entry) is not { } key || (await books.OfAsync(target, ballot, ct)).Find(key) is null)
            return BallotProblems.VoterNotFound().ToResult();

        var code = await codes.ReissueAsync(target, key, ct);
        await record.AppendAsync(target, caller.Value!, AuditDeed.CodeReissued, $"entry={entry}");
        return TypedResults.Ok(new CodeRequest(VoterCode.Show(code)));
    }

    private static async Task<IResult> ProposeAsync(
        [AsParameters] BallotAddress at, CallerOf caller, WindowRequest request, ChangeWindow change, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : await change.ProposeAsync(target, caller.Value!, request, ct);

    private static async Task<IResult> ConfirmAsync([AsParameters] BallotAddress at, CallerOf caller, ChangeWindow change, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : await change.ConfirmAsync(target, caller.Value!, ct);

    private static async Task<IResult> TurnoutAsync([AsParameters] BallotAddress at, CallerOf caller, BallotStore store, Turnout turnout, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin, CallerRole.Viewer).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : TypedResults.Ok(await turnout.OfAsync(target, await store.FindAsync(target, ct), ct));

    private static async Task<IResult> RecordAsync([AsParameters] BallotAddress at, CallerOf caller, BallotRecord record, CancellationToken ct) =>
        at.For(caller, CallerRole.Admin).IsRefused(out var refusal, out var target)
            ? refusal.ToResult()
            : TypedResults.Ok(await record.ReadAsync(target, ct));

    private static async Task<IResult> SignInAsync(
        [AsParameters] BallotAddress at, CodeRequest request, HttpContext http, VoterSignIn signIn, CancellationToken ct)
    {
        if (at.Find().IsRefused(out var unknown, out var target))
            return unknown.ToResult();

        return (await signIn.RunAsync(target, request.Code, WrongCodes.AddressOf(http), ct)).IsRefused(out var refusal, out var token)
            ? refusal.ToResult()
            : TypedResults.Ok(token);
    }

    private static async Task<IResult> PaperAsync([AsParameters] BallotAddress at, CallerOf caller, Papers papers, CancellationToken ct)
    {
        if (at.For(caller, CallerRole.Voter).IsRefused(out var refusal, out var target))
            return refusal.ToResult();

        return (await papers.OfAsync(target, caller.Value!, ct)).IsRefused(out var closed, out var paper) ? closed.ToResult() : TypedResults.Ok(paper);
    }
}
