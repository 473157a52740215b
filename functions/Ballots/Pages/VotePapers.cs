using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Pages;

/// <summary>Why there is no paper.</summary>
public sealed record VoteNote(BallotTarget Target, string Title, string Detail);

/// <summary>What every page of a voter begins with: the paper, if there is one now.</summary>
public sealed class VotePapers(PageContexts contexts, BallotReader ballots, Papers papers)
{
    /// <returns>The paper; or what a voter gets instead, who has voted in this session or can not vote now.</returns>
    public async Task<(PaperView? Paper, IResult? Instead)> FindAsync(
        BallotTarget target,
        Caller voter,
        HttpContext http,
        CancellationToken ct
    )
    {
        if ((await papers.OfAsync(target, voter, ct)).IsRefused(out var refusal, out var paper))
            return (null, Note(http, target, refusal));
        if (paper.Receipt is not null)
            return (null, LocalAddress.SeeOther(http.Response, VoteAddress.Receipt(target)));
        return paper.Ballot.Phase is BallotPhase.Open
            ? (paper, null)
            : (null, Note(http, target, BallotProblems.NotOpen(paper.Ballot.Phase, await ballots.FindAsync(target, ct))));
    }

    public Page<VoteNotePage, VoteNote> Note(HttpContext http, BallotTarget target, Problem why)
    {
        var page = contexts.Of(http, VoteAddress.Of(target));
        return new(why.Status, page, new(target, page.In(why.Title), page.In(why.Detail)));
    }
}
