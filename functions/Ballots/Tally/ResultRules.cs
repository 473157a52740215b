using CddFunctions.Ballots.Roll;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Ballots.Tally;

/// <summary>Pure: from counts to a result, by the frozen definition.</summary>
public static class ResultRules
{
    /// <summary>The definition's word for results without the counts of those who did not win.</summary>
    private const string WinnersOnly = "winners-only";

    // A result is one document of limited size, so at most this many candidates of a contest who did not win are listed.
    private const int MostOthers = 500;

    public static TallyResult Of(
        Ballot ballot,
        BallotState state,
        PaperCounts counts,
        int voted,
        string receipts,
        Func<ulong, RollEntry?> find,
        string by,
        Signer signer
    )
    {
        var quorum = (long)voted * 100 >= (long)state.Voters * ballot.MinTurnoutPercent;
        return new(
            by,
            signer.At,
            state.Voters,
            voted,
            counts.Envelopes,
            counts.Opened,
            counts.Unreadable,
            quorum,
            [.. ballot.Contests.Select((contest, i) => Of(ballot, contest, counts, i, quorum, receipts, find))],
            receipts,
            counts.Hash(),
            signer,
            counts.Foreign
        );
    }

    private static ContestTally Of(
        Ballot ballot,
        Contest contest,
        PaperCounts counts,
        int i,
        bool quorum,
        string seed,
        Func<ulong, RollEntry?> find
    )
    {
        List<Placed> ranked =
        [
            .. counts.Votes(i).OrderByDescending(v => v.Value).ThenBy(v => v.Key).Select(v => Place(find(v.Key)!, v.Value)),
        ];
        var (winners, tie) = quorum ? TieRules.Decide(contest, ranked, ballot.TieBreaks, seed) : ([], null);
        var others = string.Equals(ballot.Publish.What, WinnersOnly, StringComparison.Ordinal)
            ? null
            : ranked.Where(p => p.Votes >= ballot.Secrecy.MinCellForPublication && !winners.Contains(p)).Take(MostOthers).ToList();
        return new(contest.Id, counts.Votes(i).Values.Sum(), counts.Abstentions(i), winners, tie, others);
    }

    private static Placed Place(RollEntry entry, int votes) => new(entry.Id, entry.Name, entry.Position, entry.Office, votes);
}

/// <summary>A result as it is read, by an administrator after the tally and by anyone after publication: both read the same.</summary>
/// <param name="State"><c>tallied</c>, <c>certified</c> or <c>published</c>.</param>
/// <param name="Hash">Of the whole result: what a certification names, so that no other result is certified.</param>
/// <param name="Tallied">Who counted; null for a count of an older version.</param>
/// <param name="Certified">Who certified; null before, and for a certification of an older version.</param>
/// <param name="Adopted">Set when a version without guards froze the ballot: nobody can tell what was altered before it was taken over.
/// </param>
/// <param name="Seed">What a lot was drawn with: the SHA-256 of the sorted receipts, one to a line.</param>
public sealed record ResultView(
    string State,
    int Eligible,
    int Voted,
    bool QuorumMet,
    Reconciliation Reconciliation,
    string RollHash,
    string Seed,
    IReadOnlyList<ContestView> Contests,
    string Hash,
    Signer? Tallied = null,
    Signer? Certified = null,
    Adoption? Adopted = null
);

/// <param name="Balanced">Roll ≥ voted = envelopes = opened, and votes with abstentions make up the opened envelopes in every
/// contest.</param>
/// <param name="Foreign">Envelopes that this application did not make. They are not opened, and the result cannot be certified.</param>
public sealed record Reconciliation(int Roll, int Voted, int Envelopes, int Opened, int Foreign, bool Balanced);

/// <param name="Votes">Missing when there are fewer than the definition lets anybody see.</param>
public sealed record WinnerView(string Id, string Name, string? Position, string? Office, int? Votes);

/// <param name="Rule">The rule that decided: <c>share</c>, <c>lot</c>, or the definition's other word for the chair.</param>
public sealed record TieView(string Rule, int Number, IReadOnlyList<string> Between, int Seats, bool Open, string? Reason);

public sealed record ContestView(
    string Contest,
    string Th,
    string En,
    IReadOnlyList<WinnerView> Winners,
    TieView? Tie,
    IReadOnlyList<WinnerView>? Others
)
{
    public static ResultView Of(LiveBallot ballot, TallyResult tally) =>
        new(
            ballot.State.Published is not null ? "published"
                : ballot.State.Certified is not null ? "certified"
                : "tallied",
            tally.Roll,
            tally.Voted,
            tally.Quorum,
            new(tally.Roll, tally.Voted, tally.Envelopes, tally.Opened, tally.Foreign, tally.Balanced),
            ballot.State.RollHash!,
            tally.ReceiptsSha256,
            [.. tally.Contests.Select(c => Of(ballot.Definition, c))],
            tally.Hash,
            tally.Signer,
            ballot.State.Certified?.Signer,
            ballot.State.Adopted
        );

    private static ContestView Of(Ballot ballot, ContestTally tally)
    {
        var contest = ballot.Contests.First(c => string.Equals(c.Id, tally.Contest, StringComparison.Ordinal));
        var smallest = ballot.Secrecy.MinCellForPublication;
        return new(
            contest.Id,
            contest.Th,
            contest.En,
            [.. tally.Winners.Select(Show)],
            tally.Tie is { } tie ? new(tie.Rule, tie.Number, [.. tie.Between.Select(p => p.Id)], tie.Seats, tie.Open, tie.Reason) : null,
            tally.Others?.Select(Show).ToList()
        );

        WinnerView Show(Placed p) => new(p.Id, p.Name, p.Position, p.Office, p.Votes >= smallest ? p.Votes : null);
    }
}
