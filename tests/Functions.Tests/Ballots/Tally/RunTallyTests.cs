using System.Globalization;
using CddFunctions.Ballots;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Ballots.Tally;

public sealed class RunTallyTests
{
    private readonly BallotLab _lab = new();

    [Fact]
    public async Task Two_tallies_of_the_same_envelopes_find_the_same()
    {
        var roll = await VotedAsync(9);
        var before = await _lab.StateAsync();
        var first = await _lab.TallyAsync();
        var state = await _lab.StateAsync();

        // As if the first tally had never been written down.
        Assert.True(
            await _lab.Get<BallotStore>()
                .TryWriteAsync(_lab.Target, state, before.State with { Sealed = state.State.Sealed }, null, default)
        );
        var second = await _lab.TallyAsync("c");
        var again = await _lab.StateAsync();

        Assert.Equal(Json(first), Json(second));
        Assert.Equal(state.State.Tally!.CountsSha256, again.State.Tally!.CountsSha256);
        Assert.Equal(roll[0], first.Contests[0].Winners.Single().Id);
        Assert.Equal(8, first.Contests[0].Winners.Single().Votes);
    }

    [Theory]
    [InlineData(":state")]
    [InlineData(":record")]
    [InlineData(":tally")]
    public async Task A_tally_that_crashed_at_any_write_ends_as_one_that_did_not(string partition)
    {
        await VotedAsync(9);
        for (var at = 1; at <= 3; at++)
        {
            var left = at;
            var crash = at % 2 == 0;
            void Fail(string p)
            {
                if (p.EndsWith(partition, StringComparison.Ordinal) && --left == 0)
                    throw new StorageUnavailableException();
            }

            (_lab.Documents.BeforeWrite, _lab.Documents.AfterWrite) = (crash ? Fail : _ => { }, crash ? _ => { } : Fail);
            await Record.ExceptionAsync(() => _lab.Get<RunTally>().RunAsync(_lab.Target, BallotLab.Admin("a"), new(), default));
            (_lab.Documents.BeforeWrite, _lab.Documents.AfterWrite) = (_ => { }, _ => { });
        }

        var result = await _lab.TallyAsync();
        Assert.Equal((9, true, 8), (result.Voted, result.Reconciliation.Balanced, result.Contests[0].Winners.Single().Votes!.Value));
    }

    [Fact]
    public async Task A_tally_goes_on_from_the_place_that_was_written_down()
    {
        var roll = await VotedAsync(9);
        var counted = new PaperCounts(2);
        for (var i = 0; i < 1000; i++)
            counted.Add([RollEntry.Parse(roll[3])!.Value, 0]);
        Assert.NotNull(
            await _lab.Get<TallyProgress>()
                .TryWriteAsync(_lab.Target, null, null, new(EnvelopeStore.Shards, null, counted.ToStored()), default)
        );

        var (counts, finished) = await CountAsync();

        Assert.True(finished);
        Assert.Equal((1000, 1000), (counts.Opened, counts.Votes(0)[RollEntry.Parse(roll[3])!.Value]));
    }

    [Fact]
    public async Task Every_envelope_is_in_one_batch_whatever_the_place()
    {
        await VotedAsync(40);
        var all = await _lab.Get<OpenEnvelopes>().BatchesAsync(_lab.Target, TallyPlace.Start, default).ToListAsync();
        var ids = all.SelectMany(b => b.Documents).Select(d => (d.Partition, d.Id)).ToList();

        Assert.Equal(40, ids.Distinct().Count());
        Assert.Equal(40, ids.Count);
        var rest = await _lab.Get<OpenEnvelopes>()
            .BatchesAsync(_lab.Target, new(int.Parse(ids[20].Partition[^2..], CultureInfo.InvariantCulture), ids[20].Id, null), default)
            .ToListAsync();
        Assert.Equal(ids.Skip(21), rest.SelectMany(b => b.Documents).Select(d => (d.Partition, d.Id)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_vote_that_the_tally_overtook_is_not_acknowledged(bool stored)
    {
        var roll = await _lab.FreezeAsync(3);
        _lab.Clock.SetUtcNow(VirtueBallot.LastSecond);
        void Overtake(string partition)
        {
            if (!partition.Contains(":envelopes-", StringComparison.Ordinal))
                return;
            (_lab.Documents.BeforeWrite, _lab.Documents.AfterWrite) = (_ => { }, _ => { });
            _lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));
            _lab.TallyAsync().GetAwaiter().GetResult();
        }

        (_lab.Documents.BeforeWrite, _lab.Documents.AfterWrite) = (stored ? _ => { } : Overtake, stored ? Overtake : _ => { });

        Assert.Equal("ballot-not-open", BallotLab.Refusal(await _lab.VoteAsync(roll[0], roll[1])));
        Assert.Equal(stored ? 1 : 0, (await _lab.StateAsync()).State.Tally!.Voted);
        Assert.True((await _lab.StateAsync()).State.Tally!.Balanced);
    }

    [Fact]
    public async Task A_damaged_envelope_keeps_the_result_from_being_certified()
    {
        await VotedAsync(5);
        var one = _lab.Documents.All.First(d => d.Partition.Contains(":envelopes-", StringComparison.Ordinal));
        var envelope = one.Read<Envelope>();
        await _lab.Documents.TryReplaceAsync(
            one.Partition,
            one.Id,
            one.Version,
            (envelope with { Inner = Convert.ToBase64String(new byte[337]) }).ToBody(),
            default
        );

        var result = await _lab.TallyAsync();

        Assert.Equal(
            (5, 4, 1, false),
            (result.Voted, result.Reconciliation.Opened, result.Reconciliation.Foreign, result.Reconciliation.Balanced)
        );
        Assert.Equal("tally-unbalanced", BallotLab.Refusal(await _lab.CertifyAsync("b")));
    }

    private async Task<(PaperCounts Counts, bool Finished)> CountAsync()
    {
        var state = await _lab.StateAsync();
        (await _lab.Get<BallotKeys>().OpenAsync(_lab.Target, state, BallotLab.Admin("a"), default)).IsRefused(out _, out var key);
        using (key)
            return await _lab.Get<CountPapers>().CountAsync(_lab.Target, state, key!, default);
    }

    /// <summary>Everybody votes for the first, who votes for the second; the ballot is then closed.</summary>
    private async Task<List<string>> VotedAsync(int people)
    {
        var roll = await _lab.FreezeAsync(people);
        foreach (var voter in roll)
            Assert.False((await _lab.VoteAsync(voter, voter == roll[0] ? roll[1] : roll[0])).IsRefused(out _, out _));
        _lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));
        return roll;
    }

    /// <summary>Without who counted and when.</summary>
    private static string Json(ResultView view) => System.Text.Json.JsonSerializer.Serialize(view with { Hash = "", Tallied = null });
}
