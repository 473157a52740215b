using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Pages;

/// <summary>The list of one contest.</summary>
public sealed record VoteContest(BallotTarget Target, PaperView Paper, ContestName Contest, VoteDraft Draft);

/// <summary>The lists of a vote, one for each contest: searched, and chosen from.</summary>
public sealed class VoteContestPages(PageContexts contexts, VotePapers papers, VoteDrafts drafts)
{
    private const int LongestQuery = 100;

    /// <summary>The people of one contest.</summary>
    public async Task<IResult> ListAsync(BallotTarget target, Caller? caller, string contest, HttpContext http, CancellationToken ct)
    {
        PageLanguage.Keep(http);
        if (VoteSession.Of(caller, target) is not { } voter)
            return LocalAddress.SeeOther(http.Response, VoteAddress.Of(target));

        var (paper, instead) = await papers.FindAsync(target, voter, http, ct);
        if (instead is not null)
            return instead;
        return Find(paper!, contest) is { } found
            ? new Page<VoteContestPage, VoteContest>(
                200,
                contexts.Of(http, VoteAddress.Contest(target, contest)),
                new(target, paper!, found, drafts.Read(target, voter, http.Request))
            )
            : LocalAddress.SeeOther(http.Response, VoteAddress.Of(target));
    }

    /// <summary>Keeps a choice, or what to search for, and goes on.</summary>
    public async Task<IResult> ChooseAsync(BallotTarget target, Caller? caller, string contest, HttpContext http, CancellationToken ct)
    {
        if ((await VoteForm.ReadAsync(http.Request, ct)).IsRefused(out var unread, out var form))
            return unread.ToResult();
        if (VoteSession.Of(caller, target) is not { } voter)
            return new Page<VoteSignInPage, VoteSignIn>(401, contexts.Of(http, VoteAddress.Of(target)), new(target));

        var (paper, instead) = await papers.FindAsync(target, voter, http, ct);
        if (instead is not null)
            return instead;
        if (Find(paper!, contest) is null)
            return LocalAddress.SeeOther(http.Response, VoteAddress.Of(target));

        var draft = drafts.Read(target, voter, http.Request);
        var isChosen = form.Text("choice") is { } chosen && IsThere(paper!, chosen);
        draft = isChosen
            ? draft.With(contest, form.Text("choice")!)
            : draft.Searching(contest, (form.Text("q") ?? "").Trim() is { Length: <= LongestQuery } words ? words : "");
        drafts.Keep(target, voter, draft, http);
        var open = paper!.Ballot.Contests.FirstOrDefault(c => !draft.Choices.ContainsKey(c.Id));
        return LocalAddress.SeeOther(
            http.Response,
            !isChosen ? VoteAddress.Contest(target, contest)
                : open is null ? VoteAddress.Of(target)
                : VoteAddress.Contest(target, open.Id)
        );
    }

    private static ContestName? Find(PaperView paper, string contest) =>
        paper.Ballot.Contests.FirstOrDefault(c => string.Equals(c.Id, contest, StringComparison.Ordinal));

    private static bool IsThere(PaperView paper, string choice) =>
        string.Equals(choice, PaperRules.Abstain, StringComparison.Ordinal)
            ? paper.Abstain
            : paper.Candidates.Any(c => string.Equals(c.Id, choice, StringComparison.Ordinal));
}
