using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;
using CddFunctions.Web.Components;

namespace CddFunctions.Ballots.Pages;

/// <param name="Wrong">Why the code was not taken.</param>
/// <param name="Left">The voter before has just signed out.</param>
public sealed record VoteSignIn(BallotTarget Target, Problem? Wrong = null, bool Left = false);

/// <param name="Refusal">Why the vote was not taken.</param>
public sealed record VotePaper(BallotTarget Target, PaperView Paper, VoteDraft Draft, Problem? Refusal = null);

/// <param name="Address">Where the receipt can be checked after the close.</param>
public sealed record GivenVoteReceipt(BallotTarget Target, string Receipt, string Address);

/// <summary>
/// The voter's way from the slip to the receipt: sign-in, one list for each contest, the paper that shows all choices, receipt. Each
/// page has its address and every form ends in a redirect, so reload, Back and a second tab show what is so. Until it is sent, a
/// choice is only in the browser (<see cref="VoteDrafts"/>).
/// </summary>
public sealed class VotePages(
    PageContexts contexts,
    VoteSession session,
    VoteDrafts drafts,
    VotePapers votePapers,
    Papers papers,
    CastVote cast
)
{
    private const string LeftNow = "left";

    public async Task<IResult> OpenAsync(
        BallotTarget target,
        Caller? caller,
        string? k,
        string? done,
        HttpContext http,
        CancellationToken ct
    )
    {
        PageLanguage.Keep(http);
        if (k is not null)
            return await EnterAsync(target, k, http, ct);
        if (VoteSession.Of(caller, target) is not { } voter)
            return SignIn(200, http, new(target, Left: done is LeftNow));

        var (paper, instead) = await votePapers.FindAsync(target, voter, http, ct);
        return instead ?? Paper(200, http, target, paper!, drafts.Read(target, voter, http.Request));
    }

    public async Task<IResult> PostAsync(BallotTarget target, Caller? caller, HttpContext http, CancellationToken ct)
    {
        if ((await VoteForm.ReadAsync(http.Request, ct)).IsRefused(out var unread, out var form))
            return unread.ToResult();
        if (form.Text("code") is { } code)
            return await EnterAsync(target, code, http, ct);
        if (form.Text("step") is "leave")
            return Leave(target, http);

        return VoteSession.Of(caller, target) is { } voter
            ? await CastAsync(target, voter, form.Request, form.Attempt, http, ct)
            : SignIn(401, http, new(target));
    }

    /// <summary>The receipt of the session that voted, as often as it is opened; anybody else is sent to the paper.</summary>
    public async Task<IResult> ReceiptAsync(BallotTarget target, Caller? caller, HttpContext http, CancellationToken ct)
    {
        PageLanguage.Keep(http);
        if (
            VoteSession.Of(caller, target) is not { } voter
            || (await papers.OfAsync(target, voter, ct)).IsRefused(out _, out var paper)
            || paper.Receipt is not { } receipt
        )
            return LocalAddress.SeeOther(http.Response, VoteAddress.Of(target));

        var address = $"{http.Request.Scheme}://{http.Request.Host}{VoteAddress.Result(target)}?receipt={receipt}";
        return new Page<VoteReceiptView, GivenVoteReceipt>(
            200,
            contexts.Of(http, VoteAddress.Receipt(target)),
            new(target, receipt, address)
        );
    }

    /// <summary>Takes the vote of a form. Its receipt has an address of its own.</summary>
    public async Task<IResult> CastAsync(
        BallotTarget target,
        Caller voter,
        VoteRequest request,
        string? attempt,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!(await cast.RunAsync(target, voter, request, attempt, ct)).IsRefused(out var refusal, out _))
        {
            drafts.Forget(target, http);
            return LocalAddress.SeeOther(http.Response, VoteAddress.Receipt(target));
        }

        if (refusal.Status is not (400 or 422) || (await papers.OfAsync(target, voter, ct)).IsRefused(out _, out var paper))
            return votePapers.Note(http, target, refusal);
        return Paper(refusal.Status, http, target, paper, VoteForm.DraftOf(request), refusal);
    }

    /// <summary>Says why a form was not taken.</summary>
    public Page<RefusalView, Problem> Refused(HttpContext http, Problem problem) => new(problem.Status, contexts.Of(http), problem);

    private async Task<IResult> EnterAsync(BallotTarget target, string code, HttpContext http, CancellationToken ct) =>
        await session.EnterAsync(target, code, http, ct) is { } wrong
            ? SignIn(wrong.Status, http, new(target, wrong))
            : LocalAddress.SeeOther(http.Response, VoteAddress.Of(target)); // the redirect takes the code out of the address

    private IResult Leave(BallotTarget target, HttpContext http)
    {
        session.Leave(target, http);
        return LocalAddress.Return(http.Response, VoteAddress.Of(target), LeftNow);
    }

    private Page<VotePaperPage, VotePaper> Paper(
        int status,
        HttpContext http,
        BallotTarget target,
        PaperView paper,
        VoteDraft draft,
        Problem? refusal = null
    ) => new(status, Context(target, http), new(target, paper, draft, refusal));

    private Page<VoteSignInPage, VoteSignIn> SignIn(int status, HttpContext http, VoteSignIn view) =>
        new(status, Context(view.Target, http), view);

    private PageContext Context(BallotTarget target, HttpContext http) => contexts.Of(http, VoteAddress.Of(target));
}
