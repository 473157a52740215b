using System.Security.Cryptography;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Pages;

/// <summary>From the slip's QR to the receipt: sign-in, paper, review. A choice is only ever in the form that the voter holds.</summary>
public sealed class VotePages(PageContexts contexts, BallotReader ballots, VoterSignIn signIn, Papers papers)
{
    private const int MostBytes = 64 * 1024;

    // Long enough for one vote, also at a machine that many use.
    private static readonly TimeSpan SignedIn = TimeSpan.FromMinutes(30);

    private static readonly Dictionary<string, string?> NothingChosen = new(StringComparer.Ordinal);

    public async Task<IResult> OpenAsync(BallotTarget target, Caller? caller, string? k, HttpContext http, CancellationToken ct)
    {
        PageLanguage.Keep(http);
        if (k is not null)
            return await SignInAsync(target, k, http, ct);

        return caller is { Role: CallerRole.Voter } voter
            ? await PaperAsync(target, voter, http, NothingChosen, null, "", review: false, ct)
            : new Page<VoteSignInPage>(200, Context(target, http), (nameof(VoteSignInPage.Target), target));
    }

    public async Task<IResult> PostAsync(BallotTarget target, Caller? caller, HttpContext http, CancellationToken ct)
    {
        if (await LimitedBody.ReadAsync(http.Request, MostBytes, ct) is not { } bytes)
            return CommonProblems.TooLarge().ToResult();

        var text = System.Text.Encoding.UTF8.GetString(bytes);
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(text);
        if (form.TryGetValue("code", out var code))
            return await SignInAsync(target, code.ToString(), http, ct);
        if (caller is not { Role: CallerRole.Voter } voter)
            return new Page<VoteSignInPage>(401, Context(target, http), (nameof(VoteSignInPage.Target), target));

        var request = VoteEndpoint.ReadForm(text, out var attempt);
        return await PaperAsync(target, voter, http, request.Choices, attempt, Text("q"), Text("step") is "review", ct);

        string Text(string name) => form.TryGetValue(name, out var value) ? value.ToString() : "";
    }

    /// <summary>The browser keeps the capability, the address and the history do not.</summary>
    private async Task<IResult> SignInAsync(BallotTarget target, string code, HttpContext http, CancellationToken ct)
    {
        if ((await signIn.RunAsync(target, code, WrongCodes.AddressOf(http), ct)).IsRefused(out var wrong, out var token))
            return new Page<VoteSignInPage>(wrong.Status, Context(target, http), (nameof(VoteSignInPage.Target), target), (nameof(VoteSignInPage.Wrong), wrong));

        http.Response.Cookies.Append(IdentityMiddleware.CookieOf(target.Campaign.Id), token.Token, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/api",
            MaxAge = SignedIn,
        });
        http.Response.Headers.Location = VoteAddress.Of(target);
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IResult> PaperAsync(
        BallotTarget target, Caller voter, HttpContext http, IReadOnlyDictionary<string, string?> choices, string? attempt, string query, bool review, CancellationToken ct)
    {
        var page = Context(target, http);
        if ((await papers.OfAsync(target, voter, ct)).IsRefused(out var refusal, out var paper))
            return Note(page, target, refusal);
        if (paper.Voted)
            return Note(200, page, target, page.Texts.Vote.Voted, page.Texts.Vote.VotedNote);
        if (paper.Ballot.Phase is not BallotPhase.Open)
            return Note(page, target, BallotProblems.NotOpen(paper.Ballot.Phase, await ballots.FindAsync(target, ct)));

        return new Page<VotePaperPage>(
            200, page,
            (nameof(VotePaperPage.Target), target),
            (nameof(VotePaperPage.Paper), paper),
            (nameof(VotePaperPage.Choices), choices),
            (nameof(VotePaperPage.Attempt), attempt is { Length: >= CastVote.ShortestAttempt } ? attempt : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
            (nameof(VotePaperPage.Query), query),
            (nameof(VotePaperPage.Review), review));
    }

    private static Page<VoteNotePage> Note(PageContext page, BallotTarget target, Problem why) => Note(why.Status, page, target, page.In(why.Title), page.In(why.Detail));

    private static Page<VoteNotePage> Note(int status, PageContext page, BallotTarget target, string title, string detail) => new(
        status, page, (nameof(VoteNotePage.Target), target), (nameof(VoteNotePage.Title), title), (nameof(VoteNotePage.Detail), detail));

    private PageContext Context(BallotTarget target, HttpContext http) => contexts.Of(http, VoteAddress.Of(target));

    /// <summary>The answer to the paper's form. Whoever comes next to this machine is not signed in.</summary>
    public Task SendReceiptAsync(HttpContext http, BallotTarget target, VoteAnswer answer)
    {
        http.Response.Cookies.Delete(IdentityMiddleware.CookieOf(target.Campaign.Id), new() { Path = "/api" });
        var address = $"{http.Request.Scheme}://{http.Request.Host}{VoteAddress.Result(target)}?receipt={answer.Receipt}";
        return new Page<VoteReceiptView>(
            201, contexts.Of(http),
            (nameof(VoteReceiptView.Target), target),
            (nameof(VoteReceiptView.Receipt), answer.Receipt),
            (nameof(VoteReceiptView.Address), address)).ExecuteAsync(http);
    }
}
