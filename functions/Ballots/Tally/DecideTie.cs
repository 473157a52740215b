using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots.Tally;

/// <param name="Winners">Ids out of those who have the same number of votes, as many as there are seats.</param>
public sealed record TieRequest(IReadOnlyList<string> Winners, string? Reason)
{
    public string? Reason { get; } = TypedText.Lines(Reason);
}

/// <summary>Writes down what the chair decided about a tie that no other rule settles. Before certification, once.</summary>
public sealed class DecideTie(BallotStore store, BallotRecord record)
{
    public async Task<Outcome<ResultView>> RunAsync(
        BallotTarget target,
        Caller caller,
        string contest,
        TieRequest request,
        CancellationToken ct
    )
    {
        var ballot = await store.FindAsync(target, ct);
        if (ballot.State.Tally is not { } tally)
            return TallyProblems.NotTallied();
        if (
            tally.Contests.FirstOrDefault(c => string.Equals(c.Contest, contest, StringComparison.Ordinal))
            is not { Tie: { Open: true } tie } open
        )
            return TallyProblems.NoTie(contest);
        if (!TypedText.IsReason(request.Reason))
            return BallotProblems.ReasonMissing();

        var chosen = tie.Between.Where(p => request.Winners.Contains(p.Id, StringComparer.Ordinal)).ToList();
        if (chosen.Count != tie.Seats || request.Winners.Count != tie.Seats)
        {
            var wrong = new Text($"เลือก {tie.Seats} คนจากผู้ที่คะแนนเท่ากัน", $"Choose {tie.Seats} of those who are equal.");
            return BallotProblems.ChoicesRefused([new("winners", "wrong-number", wrong)]);
        }

        var decided = open with
        {
            Winners = [.. open.Winners, .. chosen],
            Tie = tie with { Open = false, Reason = request.Reason, By = Person.Of(caller) },
        };
        var state = ballot.State with { Tally = tally with { Contests = [.. tally.Contests.Select(c => c == open ? decided : c)] } };
        if (!await store.TryWriteAsync(target, ballot, state, record.Of(target, caller, AuditDeed.TieDecided, $"contest={contest}"), ct))
            return TallyProblems.NoTie(contest);

        return ContestView.Of(ballot with { State = state }, state.Tally!);
    }
}
