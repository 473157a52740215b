using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Pages;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Roll.Pages;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using static CddFunctions.Platform.Identity.CallerRole;

namespace CddFunctions.Ballots;

/// <summary>
/// Routes of a ballot up to the close: roll, codes, window, paper, vote, turnout. What follows is in <c>TallyEndpoints</c>.
/// </summary>
public static class BallotEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapBallots(this IEndpointRouteBuilder routes)
    {
        var ballots = routes.MapGroup("/api/campaigns/{campaign}/ballots/{ballot}").WithTags("Ballots");
        ballots.MapGet("", ReadAsync).InCampaign().ForBallot().Produces<BallotView>();
        MapVotes(ballots.MapGroup("").WithMetadata(new LinkCookies.ForVoters()).AddUnobserved());

        var ballot = ballots.MapGroup("").Identified().InCampaign().ForBallot();
        MapRoll(ballot.MapGroup("/roll").Allow(Admin));
        ballot.MapPost("/window", ProposeAsync).Allow(Admin).Produces<BallotView>(202).Problems(400, 409, 415, 422);
        ballot.MapPost("/window/confirm", ConfirmAsync).Allow(Admin).Produces<BallotView>().Problems(400, 409, 415);
        ballot.MapPost("/adopt", AdoptAsync).Allow(Admin).Produces<BallotView>().Problems(400);
        ballot.MapGet("/turnout", TurnoutAsync).Allow(Admin, Viewer).Produces<TurnoutAnswer>();
        ballot.MapGet("/record", RecordAsync).Allow(Admin).Produces<RecordAnswer>();
        routes.MapTallies();
        routes.MapBallotPages();
        routes.MapRollPages();
    }

    private static void MapVotes(RouteGroupBuilder ballots)
    {
        ballots.MapPost("/voters", SignInAsync).InCampaign().ForBallot().Produces<VoterToken>().Problems(400, 401, 409, 415);

        var voters = ballots.MapGroup("").Tell(VoteEndpoint.RefuseAsync).Identified().InCampaign().ForBallot().Allow(CallerRole.Voter);
        voters.MapGet("/paper", PaperAsync).Produces<PaperView>().Problems(409);
        voters
            .MapPost("/envelopes", VoteEndpoint.HandleAsync)
            .Accepts<VoteRequest>("application/json", "application/x-www-form-urlencoded")
            .Produces<VoteAnswer>(201)
            .Problems(400, 409, 413, 415, 422, 503);
    }

    private static void MapRoll(RouteGroupBuilder roll)
    {
        roll.MapPut("", PutAsync)
            .Accepts<RollRequest>("application/json", Workbook)
            .Produces<RollAnswer>()
            .Problems(400, 409, 413, 415, 422, 503);
        roll.MapGet("", EntriesAsync).Produces<IReadOnlyList<RollEntry>>().Problems(409);
        roll.MapPost("/additions", AddAsync)
            .Accepts<RollRequest>("application/json", Workbook)
            .Produces<RollAnswer>()
            .Problems(400, 409, 413, 415, 422, 503);
        roll.MapPost("/freeze", FreezeAsync).Produces<RollAnswer>().Problems(400, 409, 415, 422);
        roll.MapPost("/entries/{entry}/code", ReissueAsync).Produces<CodeRequest>().Problems(400, 409);
    }

    private static async Task<IResult> ReadAsync(BallotTarget target, BallotStore store, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(BallotView.Of(target, await store.PeekAsync(target, ct), clock.GetUtcNow()));

    private static Task<IResult> PutAsync(
        BallotTarget target,
        Caller caller,
        HttpRequest http,
        RollReader reader,
        PutRoll put,
        CancellationToken ct
    ) => TakeAsync(target, http, reader, read => put.ReplaceAsync(target, caller, read, ct), ct);

    private static Task<IResult> AddAsync(
        BallotTarget target,
        Caller caller,
        HttpRequest http,
        RollReader reader,
        PutRoll put,
        CancellationToken ct
    ) => TakeAsync(target, http, reader, read => put.AddAsync(target, caller, read, ct), ct);

    private static async Task<IResult> TakeAsync(
        BallotTarget target,
        HttpRequest http,
        RollReader reader,
        Func<RollRead, Task<Outcome<RollAnswer>>> take,
        CancellationToken ct
    ) =>
        (await reader.ReadAsync(target, http, ct)).IsRefused(out var unread, out var read)
            ? unread.ToResult()
            : await take(read).ToResultAsync();

    private static async Task<IResult> EntriesAsync(BallotTarget target, Caller caller, ReadRoll read, CancellationToken ct) =>
        await read.RunAsync(target, caller, ct) is { Roll: not null } standing
            ? TypedResults.Ok(standing.Entries)
            : BallotProblems.RollEmpty().ToResult();

    private static Task<IResult> FreezeAsync(
        BallotTarget target,
        Caller caller,
        FreezeRequest? request,
        FreezeRoll freeze,
        CancellationToken ct
    ) => freeze.RunAsync(target, caller, request ?? new(), ct).ToResultAsync();

    private static Task<IResult> ReissueAsync(
        BallotTarget target,
        string entry,
        Caller caller,
        ReissueCode reissue,
        CancellationToken ct
    ) => reissue.RunAsync(target, caller, entry, ct).ToResultAsync();

    private static Task<IResult> ProposeAsync(
        BallotTarget target,
        Caller caller,
        WindowRequest request,
        ChangeWindow change,
        CancellationToken ct
    ) => change.ProposeAsync(target, caller, request, ct).ToResultAsync(view => TypedResults.Accepted((string?)null, view));

    private static Task<IResult> ConfirmAsync(
        BallotTarget target,
        Caller caller,
        ConfirmRequest? request,
        ChangeWindow change,
        CancellationToken ct
    ) => change.ConfirmAsync(target, caller, request ?? new(), ct).ToResultAsync();

    private static Task<IResult> AdoptAsync(BallotTarget target, Caller caller, AdoptBallot adopt, CancellationToken ct) =>
        adopt.RunAsync(target, caller, ct).ToResultAsync();

    private static async Task<IResult> TurnoutAsync(BallotTarget target, BallotStore store, Turnout turnout, CancellationToken ct) =>
        TypedResults.Ok(await turnout.OfAsync(target, await store.PeekAsync(target, ct), ct));

    private static async Task<IResult> RecordAsync(BallotTarget target, BallotRecord record, CancellationToken ct) =>
        TypedResults.Ok(await record.ReadAsync(target, ct));

    private static Task<IResult> SignInAsync(
        BallotTarget target,
        CodeRequest request,
        HttpContext http,
        VoterSignIn signIn,
        CancellationToken ct
    ) => signIn.RunAsync(target, request.Code, WrongCodes.SenderOf(http), ct).ToResultAsync();

    private static Task<IResult> PaperAsync(BallotTarget target, Caller caller, Papers papers, CancellationToken ct) =>
        papers.OfAsync(target, caller, ct).ToResultAsync();
}
