using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Ballots.Tally;

public sealed class CertifyTests
{
    private readonly BallotLab _lab = new();

    [Fact]
    public async Task Whoever_tallied_neither_certifies_nor_publishes()
    {
        await TalliedAsync(_lab, 6);

        Assert.Equal("second-person-needed", await CertifyAsync("a"));
        Assert.Equal("ballot-not-certified", await PublishAsync("b"));
        Assert.Equal("", await CertifyAsync("b"));
        Assert.Equal("second-person-needed", await PublishAsync("a"));
        Assert.Equal("", await PublishAsync("b"));
    }

    [Fact]
    public async Task Papers_are_gone_after_certification_also_when_the_first_try_was_cut_short()
    {
        await TalliedAsync(_lab, 6);
        var inner = Envelopes().Select(e => e.Inner!).ToList();
        var writes = 0;
        _lab.Documents.BeforeWrite = p =>
        {
            if (p.Contains(":envelopes-", StringComparison.Ordinal) && ++writes == 3)
                throw new StorageUnavailableException();
        };
        await Assert.ThrowsAnyAsync<StorageUnavailableException>(() => _lab.CertifyAsync("b"));
        Assert.Equal("ballot-not-certified", await PublishAsync("b"));
        _lab.Documents.BeforeWrite = _ => { };

        Assert.Equal("", await CertifyAsync("c"));

        var after = Envelopes().ToList();
        Assert.All(after, e => Assert.True(e is { Inner: null, Retry: null, InnerHash.Length: 64 }));
        var everything = string.Concat(_lab.Documents.All.Select(d => System.Text.Encoding.UTF8.GetString(d.Body.Span)));
        Assert.All(inner, i => Assert.DoesNotContain(i, everything, StringComparison.Ordinal));
        Assert.Equal(6, (await _lab.Get<Receipts>().ReadAsync(_lab.Target, default)).Length);
    }

    [Fact]
    public async Task A_tie_for_the_chair_waits_for_a_decision_with_a_reason()
    {
        var lab = new BallotLab(b => b["tieBreaks"]![0]!["rule"] = "chair-decides");
        var roll = await lab.FreezeAsync(4);
        foreach (var (voter, choice) in new[] { (0, 1), (1, 0), (2, 1), (3, 0) })
            Assert.False((await lab.VoteAsync(roll[voter], roll[choice])).IsRefused(out _, out _));
        lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));
        Assert.True((await lab.TallyAsync()).Contests[0].Tie!.Open);
        var decide = lab.Get<DecideTie>();

        Assert.Equal("tie-open", BallotLab.Refusal(await lab.CertifyAsync("b")));
        Assert.Equal(
            "reason-missing",
            BallotLab.Refusal(await decide.RunAsync(lab.Target, BallotLab.Admin("b"), "c-sufficiency", new([roll[0]], " "), default))
        );
        Assert.Equal(
            "choices-refused",
            BallotLab.Refusal(await decide.RunAsync(lab.Target, BallotLab.Admin("b"), "c-sufficiency", new([roll[2]], "x"), default))
        );
        Assert.Equal(
            "no-tie",
            BallotLab.Refusal(await decide.RunAsync(lab.Target, BallotLab.Admin("b"), "c-discipline", new([roll[0]], "x"), default))
        );
        var decided = BallotLab.Must(
            await decide.RunAsync(lab.Target, BallotLab.Admin("b"), "c-sufficiency", new([roll[0]], "อาวุโสกว่า"), default)
        );

        Assert.Equal(roll[0], decided.Contests[0].Winners.Single().Id);
        Assert.Equal("อาวุโสกว่า", decided.Contests[0].Tie!.Reason);
        Assert.Equal("second-person-needed", BallotLab.Refusal(await lab.CertifyAsync("b"))); // wrote the decision down
        BallotLab.Must(await lab.CertifyAsync("c"));
    }

    [Theory]
    [InlineData("winners-only", 4, null, false)]
    [InlineData("winners-only", 5, 5, false)]
    [InlineData("all", 5, 5, true)]
    public async Task Small_numbers_are_not_shown_and_those_who_lost_only_where_the_definition_allows(
        string what,
        int votes,
        int? shown,
        bool others
    )
    {
        var lab = new BallotLab(b => b["publish"]!["what"] = what);
        var roll = await lab.FreezeAsync(votes + 3);
        for (var i = 2; i < roll.Count; i++)
            Assert.False((await lab.VoteAsync(roll[i], i < votes + 2 ? roll[0] : roll[1])).IsRefused(out _, out _));
        lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));

        var contest = (await lab.TallyAsync()).Contests[0];

        Assert.Equal(shown, contest.Winners.Single().Votes);
        Assert.Equal(others, contest.Others is not null);
        Assert.DoesNotContain(contest.Others ?? [], o => o.Votes is < 5);
    }

    [Theory]
    [InlineData(50, 2, true)]
    [InlineData(51, 2, false)]
    public async Task Below_the_smallest_turnout_nobody_wins(int percent, int votes, bool quorum)
    {
        var lab = new BallotLab(b => b["minTurnoutPercent"] = percent);
        var roll = await lab.FreezeAsync(4);
        foreach (var voter in roll.Take(votes))
            Assert.False((await lab.VoteAsync(voter, roll[3])).IsRefused(out _, out _));
        lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));

        var result = await lab.TallyAsync();

        Assert.Equal((quorum, quorum ? 1 : 0), (result.QuorumMet, result.Contests[0].Winners.Count));
    }

    internal static async Task TalliedAsync(BallotLab lab, int people)
    {
        var roll = await lab.FreezeAsync(people);
        foreach (var voter in roll)
            Assert.False((await lab.VoteAsync(voter, voter == roll[0] ? roll[1] : roll[0])).IsRefused(out _, out _));
        lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));
        await lab.TallyAsync();
    }

    private IEnumerable<Envelope> Envelopes() =>
        _lab.Documents.All.Where(d => d.Partition.Contains(":envelopes-", StringComparison.Ordinal)).Select(d => d.Read<Envelope>());

    private async Task<string> CertifyAsync(string who) => BallotLab.Refusal(await _lab.CertifyAsync(who));

    private async Task<string> PublishAsync(string who) =>
        BallotLab.Refusal(await _lab.Get<Certify>().PublishAsync(_lab.Target, BallotLab.Admin(who), default));
}
