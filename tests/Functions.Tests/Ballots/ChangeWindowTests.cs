using CddFunctions.Ballots;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Ballots;

public sealed class ChangeWindowTests
{
    private static readonly DateTimeOffset Later = VirtueBallot.LastSecond.AddDays(2);

    private readonly BallotLab _lab = new();

    [Fact]
    public async Task An_extension_needs_two_people_and_moves_the_close_the_key_and_the_votes()
    {
        var roll = await _lab.FreezeAsync(3);

        Assert.Equal("", await ProposeAsync("a", new(Later, false, "น้ำท่วม")));
        Assert.Equal("second-person-needed", await ConfirmAsync("a"));
        Assert.Equal(VirtueBallot.LastSecond, (await _lab.StateAsync()).Closes);
        Assert.Equal("", await ConfirmAsync("b"));

        _lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));
        Assert.Equal(
            "ballot-still-open",
            BallotLab.Refusal(await _lab.Get<RunTally>().RunAsync(_lab.Target, BallotLab.Admin("a"), new(), default))
        );
        Assert.Equal("", BallotLab.Refusal(await _lab.VoteAsync(roll[0], roll[1])));
        _lab.Clock.SetUtcNow(Later.AddSeconds(1));
        Assert.Equal("ballot-not-open", BallotLab.Refusal(await _lab.VoteAsync(roll[1], roll[0])));
        Assert.Equal(1, (await _lab.TallyAsync()).Voted);
        Assert.Equal("น้ำท่วม", BallotView.Of(_lab.Target, await _lab.StateAsync(), Later).Changes.Single().Reason);
        var record = await _lab.Get<BallotRecord>().ReadAsync(_lab.Target, default);
        Assert.Equal(
            [
                "a roll-put",
                "a roll-frozen",
                "a close-extension-proposed",
                "b close-extended",
                "a key-refused",
                "a tally-begun",
                "a tallied",
            ],
            record.Lines.Select(l => $"{l.By} {l.What}")
        );
        Assert.Equal("until=2024-05-17T16:59:59Z", record.Lines[3].Detail);
        Assert.Equal((7, null), (record.Whole.Entry, record.Broken));
    }

    [Fact]
    public async Task A_proposal_that_was_swapped_is_not_confirmed_by_whoever_read_the_first()
    {
        await _lab.FreezeAsync(3);
        Assert.Equal("", await ProposeAsync("a", new(Later, false, "น้ำท่วม")));
        var read = BallotView.Of(_lab.Target, await _lab.StateAsync(), _lab.Clock.GetUtcNow()).Proposed!.Id!;
        Assert.Equal("", await ProposeAsync("a", new(null, true, "พบข้อผิดพลาด")));

        var confirm = _lab.Get<ChangeWindow>();
        (await confirm.ConfirmAsync(_lab.Target, BallotLab.Admin("b"), new(read), default)).IsRefused(out var refused, out _);
        (await confirm.ConfirmAsync(_lab.Target, BallotLab.Admin("b"), new(), default)).IsRefused(out var unnamed, out _);

        var now = BallotView.Of(_lab.Target, await _lab.StateAsync(), _lab.Clock.GetUtcNow()).Proposed!;
        Assert.Equal(("proposal-changed", now), (refused!.Code, refused.More!["proposed"]));
        Assert.Equal("proposal-changed", unnamed!.Code);
        Assert.Null((await _lab.StateAsync()).State.Changes);
        Assert.Equal("", await ConfirmAsync("b", now.Id));
        Assert.Null(BallotView.Of(_lab.Target, await _lab.StateAsync(), _lab.Clock.GetUtcNow()).Changes.Single().Id);
    }

    [Fact]
    public async Task A_reason_that_everybody_reads_is_kept_like_a_field()
    {
        await _lab.FreezeAsync(3);

        Assert.Equal("reason-missing", await ProposeAsync("a", new(Later, false, "\u200B\u3164")));
        Assert.Equal("reason-missing", await ProposeAsync("a", new(Later, false, new string('ก', 1001))));
        Assert.Equal("", await ProposeAsync("a", new(Later, false, "นํ้า\u0007ท่วม\r\n" + string.Concat(Enumerable.Repeat("ที่", 990)))));
        Assert.Equal("", await ConfirmAsync("b"));

        var reason = BallotView.Of(_lab.Target, await _lab.StateAsync(), Later).Changes.Single().Reason;
        Assert.StartsWith("น้ำท่วม\nที่", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_by_two_people_closes_at_once()
    {
        var roll = await _lab.FreezeAsync(3);
        Assert.Equal("", await ProposeAsync("b", new(null, true, "พบข้อผิดพลาด")));
        Assert.Equal("", BallotLab.Refusal(await _lab.VoteAsync(roll[0], roll[1])));

        Assert.Equal("", await ConfirmAsync("c"));

        Assert.Equal("ballot-not-open", BallotLab.Refusal(await _lab.VoteAsync(roll[1], roll[0])));
        Assert.Equal(1, (await _lab.TallyAsync()).Voted);
    }

    [Fact]
    public async Task A_window_that_is_over_stays_over()
    {
        await _lab.FreezeAsync(3);
        Assert.Equal("", await ProposeAsync("a", new(Later, false, "x")));
        _lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));

        Assert.Equal("ballot-not-open", await ConfirmAsync("b"));
        Assert.Equal("ballot-not-open", await ProposeAsync("a", new(Later, false, "x")));
    }

    [Theory]
    [InlineData("vote")]
    [InlineData("turnout")]
    [InlineData("timer")]
    [InlineData("tally")]
    public async Task A_ballot_that_was_seen_closed_stays_closed_when_the_clock_is_turned_back(string who)
    {
        var roll = await _lab.FreezeAsync(3);
        _lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));
        await (
            who switch
            {
                "vote" => _lab.VoteAsync(roll[0], roll[1]),
                "turnout" => _lab.Get<Turnout>().OfAsync(_lab.Target, await _lab.StateAsync(), default),
                "timer" => _lab.Get<SeenClosed>().NoteAsync(_lab.Target, await _lab.StateAsync(), default),
                _ => (Task)_lab.TallyAsync(),
            }
        );

        var back = new BallotLab(documents: _lab.Documents); // its clock stands days before the close
        Assert.True(back.Clock.GetUtcNow() < VirtueBallot.LastSecond);
        Assert.Equal("ballot-not-open", BallotLab.Refusal(await back.VoteAsync(roll[0], roll[1])));
        var later = await back.Get<ChangeWindow>().ProposeAsync(back.Target, BallotLab.Admin("a"), new(Later, false, "x"), default);
        Assert.Equal("ballot-not-open", BallotLab.Refusal(later));
        Assert.Equal(BallotPhase.Closed, BallotView.Of(back.Target, await back.StateAsync(), back.Clock.GetUtcNow()).Phase);
    }

    [Theory]
    [InlineData(0, false, "x", "window-refused")]
    [InlineData(1, false, "x", "")]
    [InlineData(45 * 86_400, false, "x", "")]
    [InlineData(45 * 86_400 + 1, false, "x", "window-refused")]
    [InlineData(10, true, "x", "window-refused")]
    [InlineData(10, false, " ", "reason-missing")]
    public async Task A_change_is_later_than_the_close_not_too_late_and_has_a_reason(int seconds, bool stop, string reason, string code)
    {
        await _lab.FreezeAsync(3);

        Assert.Equal(code, await ProposeAsync("a", new(VirtueBallot.LastSecond.AddSeconds(seconds), stop, reason)));
    }

    [Fact]
    public async Task Nothing_changes_before_the_freeze_and_nothing_is_confirmed_that_was_not_proposed()
    {
        Assert.Equal("roll-not-frozen", await ProposeAsync("a", new(Later, false, "x")));
        await _lab.FreezeAsync(3);
        Assert.Equal("nothing-proposed", await ConfirmAsync("b"));
    }

    [Fact]
    public async Task The_record_shows_its_own_ballot_only_but_tells_when_any_entry_of_the_programme_is_broken()
    {
        await _lab.FreezeAsync(3);
        var audit = _lab.Get<AuditTrail>();
        foreach (var what in (AuditDeed[])[AuditDeed.LinkMade, AuditDeed.UnitsChosen])
            await audit.AppendAsync(_lab.Target.Campaign.Id, BallotLab.Admin("a"), what, _lab.Target.Ballot.Id);
        await audit.AppendAsync(_lab.Target.Campaign.Id, BallotLab.Admin("a"), AuditDeed.RollRead, "b-other");
        var record = await _lab.Get<BallotRecord>().ReadAsync(_lab.Target, default);
        Assert.Equal([1, 2], record.Lines.Select(l => l.Number));
        Assert.Equal((5, null), (record.Whole.Entry, record.Broken));

        var foreign = _lab.Documents.All.Single(d =>
            d.Partition == AuditBlock.Partition(_lab.Target.Campaign.Id) && AuditBlock.Read(d).First == 4
        );
        await _lab.Documents.TryReplaceAsync(foreign.Partition, foreign.Id, foreign.Version, "{}"u8.ToArray(), default);

        record = await _lab.Get<BallotRecord>().ReadAsync(_lab.Target, default);
        Assert.Equal([1, 2], record.Lines.Select(l => l.Number));
        Assert.Equal((3, new(4, AuditBreak.Changed)), (record.Whole.Entry, record.Broken));
    }

    private async Task<string> ProposeAsync(string who, WindowRequest request) =>
        BallotLab.Refusal(await _lab.Get<ChangeWindow>().ProposeAsync(_lab.Target, BallotLab.Admin(who), request, default));

    private async Task<string> ConfirmAsync(string who, string? proposal = null)
    {
        proposal ??= (await _lab.StateAsync()).State.Proposed?.Id;
        return BallotLab.Refusal(await _lab.Get<ChangeWindow>().ConfirmAsync(_lab.Target, BallotLab.Admin(who), new(proposal), default));
    }
}
