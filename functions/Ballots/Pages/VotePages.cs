using System.Security.Cryptography;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;
using CddFunctions.Web.Components;

namespace CddFunctions.Ballots.Pages;

/// <param name="Wrong">Why the code was not taken.</param>
public sealed record VoteSignIn(BallotTarget Target, Problem? Wrong = null);

/// <param name="Attempt">The form's attempt key: a form that is sent twice is one vote.</param>
/// <param name="Query">What the list of candidates was searched for.</param>
/// <param name="Review">Shows what was chosen, before it is sent.</param>
public sealed record VotePaper(
    BallotTarget Target,
    PaperView Paper,
    IReadOnlyDictionary<string, string?> Choices,
    string Attempt,
    string Query,
    bool Review
);

/// <summary>Why there is no paper.</summary>
public sealed record VoteNote(BallotTarget Target, string Title, string Detail);

/// <param name="Address">Where the receipt can be checked after the close.</param>
public sealed record GivenVoteReceipt(BallotTarget Target, string Receipt, string Address);

/// <summary>
/// The voter's way from the slip's QR code to the receipt: sign-in, paper, review. Until it is cast, a choice is only in the
/// form that the browser holds; the server does not keep it.
/// </summary>
public sealed class VotePages(PageContexts contexts, BallotReader ballots, VoterSignIn signIn, Papers papers, CastVote cast)
{
    private const int MostBytes = 64 * 1024;

    // A sign-in lasts long enough for one vote, and ends soon because many people may use the same machine.
    private static readonly TimeSpan SignedIn = TimeSpan.FromMinutes(30);

    private static readonly Dictionary<string, string?> NothingChosen = new(StringComparer.Ordinal);

    public async Task<IResult> OpenAsync(BallotTarget target, Caller? caller, string? k, HttpContext http, CancellationToken ct)
    {
        PageLanguage.Keep(http);
        if (k is not null)
            return await SignInAsync(target, k, http, ct);

        return VoterOf(caller, target) is { } voter
            ? await PaperAsync(target, voter, http, NothingChosen, null, "", review: false, ct)
            : new Page<VoteSignInPage, VoteSignIn>(200, Context(target, http), new(target));
    }

    public async Task<IResult> PostAsync(BallotTarget target, Caller? caller, HttpContext http, CancellationToken ct)
    {
        if (await LimitedBody.ReadAsync(http.Request, MostBytes, ct) is not { } bytes)
            return CommonProblems.TooLarge().ToResult();

        var text = System.Text.Encoding.UTF8.GetString(bytes);
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(text);
        if (form.TryGetValue("code", out var code))
            return await SignInAsync(target, code.ToString(), http, ct);
        if (VoterOf(caller, target) is not { } voter)
            return new Page<VoteSignInPage, VoteSignIn>(401, Context(target, http), new(target));

        var request = VoteEndpoint.ReadForm(text, out var attempt);
        if (Text("step") is "send")
            return await CastAsync(target, voter, request, attempt, http, ct);

        return await PaperAsync(target, voter, http, request.Choices, attempt, Text("q"), Text("step") is "review", ct);

        string Text(string name) => form.TryGetValue(name, out var value) ? value.ToString() : "";
    }

    /// <summary>Who holds anything else, or a link of another programme, is not signed in here.</summary>
    private static Caller? VoterOf(Caller? caller, BallotTarget target) =>
        Caller.Refuse(caller, target.Campaign.Id, CallerRole.Voter) is null ? caller : null;

    /// <summary>
    /// Signs in with the code of the address. The capability goes into a cookie, and a redirect takes the code out of the address.
    /// </summary>
    private async Task<IResult> SignInAsync(BallotTarget target, string code, HttpContext http, CancellationToken ct)
    {
        if ((await signIn.RunAsync(target, code, WrongCodes.SenderOf(http), ct)).IsRefused(out var wrong, out var token))
            return new Page<VoteSignInPage, VoteSignIn>(wrong.Status, Context(target, http), new(target, wrong));

        LinkCookies.WriteVoter(http, target.Campaign.Id, token.Token, SignedIn);
        http.Response.Headers.Location = VoteAddress.Of(target);
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IResult> PaperAsync(
        BallotTarget target,
        Caller voter,
        HttpContext http,
        IReadOnlyDictionary<string, string?> choices,
        string? attempt,
        string query,
        bool review,
        CancellationToken ct
    )
    {
        var page = Context(target, http);
        if ((await papers.OfAsync(target, voter, ct)).IsRefused(out var refusal, out var paper))
            return Note(page, target, refusal);
        if (paper.Voted)
            return Note(200, page, target, page.Texts<VoteTexts>().Voted, page.Texts<VoteTexts>().VotedNote);
        if (paper.Ballot.Phase is not BallotPhase.Open)
            return Note(page, target, BallotProblems.NotOpen(paper.Ballot.Phase, await ballots.FindAsync(target, ct)));

        return new Page<VotePaperPage, VotePaper>(
            200,
            page,
            new(
                target,
                paper,
                choices,
                attempt is { Length: >= CastVote.ShortestAttempt } ? attempt : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
                query,
                review
            )
        );
    }

    private static Page<VoteNotePage, VoteNote> Note(PageContext page, BallotTarget target, Problem why) =>
        Note(why.Status, page, target, page.In(why.Title), page.In(why.Detail));

    private static Page<VoteNotePage, VoteNote> Note(int status, PageContext page, BallotTarget target, string title, string detail) =>
        new(status, page, new(target, title, detail));

    private PageContext Context(BallotTarget target, HttpContext http) => contexts.Of(http, VoteAddress.Of(target));

    /// <summary>Takes the vote of a form and answers with its receipt. It signs the voter out: others may use the machine.</summary>
    public async Task<IResult> CastAsync(
        BallotTarget target,
        Caller voter,
        VoteRequest request,
        string? attempt,
        HttpContext http,
        CancellationToken ct
    )
    {
        if ((await cast.RunAsync(target, voter, request, attempt, ct)).IsRefused(out var refusal, out var answer))
            return Refused(http, refusal);

        LinkCookies.EndVoter(http, target.Campaign.Id);
        var address = $"{http.Request.Scheme}://{http.Request.Host}{VoteAddress.Result(target)}?receipt={answer.Receipt}";
        return new Page<VoteReceiptView, GivenVoteReceipt>(201, contexts.Of(http), new(target, answer.Receipt, address));
    }

    /// <summary>Says why a form was not taken.</summary>
    public Page<RefusalView, Problem> Refused(HttpContext http, Problem problem) => new(problem.Status, contexts.Of(http), problem);
}
