using CddFunctions.Ballots.Tally;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Ballots.Tally;

public sealed class TieRulesTests
{
    [Theory]
    [InlineData(1, "a5 b3", "share", "a", false)]
    [InlineData(1, "a5 b5 c1", "share", "a b", false)]
    [InlineData(2, "a5 b3 c3", "share", "a b c", false)]
    [InlineData(2, "a5 b5 c3", "share", "a b", false)]
    [InlineData(1, "a5 b5", "chair-decides", "", true)]
    [InlineData(2, "a9 b5 c5", "chair-decides", "a", true)]
    [InlineData(1, "", "share", "", false)]
    public void Seats_go_to_the_most_votes_and_the_rule_settles_the_rest(int seats, string votes, string rule, string winners, bool open)
    {
        var (won, tie) = TieRules.Decide(Contest(seats), Placed(votes), [new(rule, Basis.Assumed)], "seed");

        Assert.Equal(winners, string.Join(' ', won.Select(w => w.Id)));
        Assert.Equal(open, tie?.Open ?? false);
    }

    [Fact]
    public void A_lot_is_drawn_again_by_anybody_who_has_the_seed()
    {
        var equal = Placed("a5 b5 c5 d5 e5 f5");
        var drawn = Enumerable
            .Range(0, 60)
            .Select(n => TieRules.Decide(Contest(1), equal, [new(TieRules.Lot, Basis.Assumed)], $"seed {n}").Winners.Single().Id)
            .ToList();

        Assert.Equal(6, drawn.Distinct().Count());
        Assert.Equal(
            drawn,
            Enumerable
                .Range(0, 60)
                .Select(n => equal.Select(p => p.Id).MinBy(id => TieRules.Draw($"seed {n}", "x", id), StringComparer.Ordinal))
        );
    }

    [Fact]
    public void Without_a_rule_the_chair_decides() => Assert.True(TieRules.Decide(Contest(1), Placed("a5 b5"), [], "seed").Tie!.Open);

    [Theory]
    [InlineData("share", 100, 100, "share")]
    [InlineData("share", 101, 0, "too-many")]
    [InlineData("chair-decides", 101, 0, "too-many")]
    [InlineData("lot", 101, 1, "lot")]
    public void Among_more_than_a_hundred_nobody_stands_out_unless_a_lot_is_drawn(string rule, int people, int winners, string said)
    {
        var crowd = Placed(string.Join(' ', Enumerable.Range(0, people).Select(n => $"{(char)('ก' + (n % 40))}{(char)('a' + (n / 40))}1")));

        var (won, tie) = TieRules.Decide(Contest(1), crowd, [new(rule, Basis.Assumed)], "seed");

        Assert.Equal((winners, said, people, false), (won.Count, tie!.Rule, tie.Number, tie.Open));
        Assert.InRange(tie.Between.Count, 0, 100);
    }

    private static Contest Contest(int seats) => new("x", "ก", "X", "i", seats);

    private static List<Placed> Placed(string votes) =>
        [.. votes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => new Placed(v[..^1], v, null, null, v[^1] - '0'))];
}
