using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Ballots;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Ballots;

/// <summary>
/// Somebody who can write the store, and has read all of it, but has not the installation's secret. Whatever they write, no result
/// comes of it.
/// </summary>
public sealed class StoreWriterTests
{
    private const int People = 6;

    private readonly BallotLab _lab = new();

    [Theory]
    [InlineData("replaced")] // another paper in the place of a voter's
    [InlineData("invented")] // papers of people who do not exist
    [InlineData("voted for others")] // papers in the places of people on the roll who did not vote
    [InlineData("copied")] // a true envelope once more, in another partition
    [InlineData("moved")] // a true envelope in another voter's place
    [InlineData("another day")]
    [InlineData("rubbish")]
    [InlineData("not base64")]
    public async Task Envelopes_that_the_application_did_not_make_are_not_counted_and_the_result_cannot_be_certified(string how)
    {
        var roll = await VotedAsync(People - 1);
        var mine = await PaperAsync(roll[3]);
        var victim = Envelopes()[0];
        var envelope = victim.Read<Envelope>();
        await WriteAsync(how, roll, mine, victim, envelope);

        var result = await _lab.TallyAsync();

        Assert.True(result.Reconciliation.Foreign > 0);
        Assert.False(result.Reconciliation.Balanced);
        Assert.DoesNotContain(result.Contests[0].Winners, w => w.Id == roll[3]);
        Assert.Equal("tally-unbalanced", BallotLab.Refusal(await _lab.CertifyAsync("b")));
        Assert.Equal(result.Reconciliation.Opened, (await _lab.Get<Receipts>().ReadAsync(_lab.Target, default)).Length);
    }

    [Fact]
    public async Task A_voter_whose_envelope_was_replaced_is_not_told_that_they_voted()
    {
        var roll = await VotedAsync(1, close: false);
        await ReplaceAsync(Envelopes()[0], (await PaperAsync(roll[3])).ToBody());

        Assert.Equal("envelope-altered", BallotLab.Refusal(await _lab.VoteAsync(roll[0], roll[1])));
    }

    [Theory]
    [InlineData("publicKey")]
    [InlineData("definition")]
    [InlineData("closes")]
    [InlineData("winners")]
    [InlineData("certified")]
    [InlineData("published")]
    [InlineData("unguarded")]
    [InlineData("rubbish")]
    [InlineData("gone back")]
    public async Task A_ballot_that_was_altered_is_neither_counted_certified_published_nor_shown(string how)
    {
        await VotedAsync(People);
        var early = State().Body.ToArray();
        await _lab.TallyAsync();
        await ReplaceAsync(State(), how is "gone back" ? early : Encoding.UTF8.GetBytes(Altered(how)));

        foreach (var ask in Everything(_lab))
            Assert.Equal("ballot-altered", (await Assert.ThrowsAsync<BallotAlteredException>(ask.Run)).Problem.Code);
    }

    [Theory]
    [InlineData("renamed")]
    [InlineData("removed")]
    [InlineData("added")]
    [InlineData("rubbish")]
    public async Task A_roll_that_was_altered_counts_for_nothing(string how)
    {
        var roll = await VotedAsync(People);
        var rows = _lab.Documents.All.Single(d => d.Partition.EndsWith(":roll", StringComparison.Ordinal));
        var json = JsonNode.Parse(rows.Body.Span)!;
        var entries = json["entries"]!.AsArray();
        if (how is "renamed")
            entries[0]!["name"] = "นายปลอม ทดสอบ";
        else if (how is "removed")
            entries.RemoveAt(0);
        else if (how is "added")
            entries.Add(new JsonObject { ["id"] = "00000000000000aa", ["name"] = "นายปลอม ทดสอบ" });
        await ReplaceAsync(rows, how is "rubbish" ? "[]"u8.ToArray() : Encoding.UTF8.GetBytes(json.ToJsonString()));

        var restarted = new BallotLab(documents: _lab.Documents);
        restarted.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));

        var refused = await Assert.ThrowsAsync<BallotAlteredException>(() => restarted.TallyAsync());
        Assert.Equal("ballot-altered", refused.Problem.Code);
        Assert.Equal(People, roll.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_place_in_the_count_that_the_application_did_not_write_in_this_count_is_not_gone_on_from(bool ofAnEarlierCount)
    {
        var roll = await VotedAsync(People);
        await _lab.TallyAsync();
        var counted = new PaperCounts(2);
        for (var i = 0; i < 1000; i++)
            counted.Add([RollEntry.Parse(roll[3])!.Value, 0]);
        var place = new TallyPlace(EnvelopeStore.Shards, null, counted.ToStored());
        var body = ofAnEarlierCount
            ? _lab.Get<BallotGuard>().Body(_lab.Target, $"place|{(await _lab.StateAsync()).State.Sealed!.Run}", place)
            : place.ToBody();
        Assert.NotNull(await _lab.Documents.TryCreateAsync($"{_lab.Target.Name}:tally", "place", body, default));

        var result = await _lab.TallyAsync("c", again: true);

        Assert.Equal((People, true), (result.Reconciliation.Opened, result.Reconciliation.Balanced));
        Assert.Equal(roll[0], result.Contests[0].Winners.Single().Id);
    }

    [Fact]
    public async Task Envelopes_that_were_taken_away_while_the_process_ran_keep_the_result_from_balance()
    {
        await VotedAsync(People);
        await _lab.Get<Turnout>().OfAsync(_lab.Target, await _lab.StateAsync(), default);
        _lab.Documents.Remove(Envelopes()[0]);

        var result = await _lab.TallyAsync();

        Assert.Equal((People, People - 1, false), (result.Voted, result.Reconciliation.Envelopes, result.Reconciliation.Balanced));
    }

    [Fact]
    public async Task After_a_restart_an_unguarded_ballot_is_taken_over_by_the_installation_only_and_that_is_on_the_result()
    {
        await VotedAsync(People);
        await ReplaceAsync(State(), Encoding.UTF8.GetBytes(Altered("unguarded")));
        var restarted = new BallotLab(documents: _lab.Documents);
        restarted.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));

        foreach (var ask in Everything(restarted))
            Assert.Equal("ballot-unguarded", (await Assert.ThrowsAsync<BallotAlteredException>(ask.Run)).Problem.Code);
        var adopt = restarted.Get<AdoptBallot>();
        Assert.Equal("not-yours", BallotLab.Refusal(await adopt.RunAsync(restarted.Target, BallotLab.Admin("a"), default)));
        BallotLab.Must(await adopt.RunAsync(restarted.Target, CddFunctions.Platform.Identity.Caller.Administrator, default));

        Assert.Equal(People, (await restarted.TallyAsync()).Adopted!.Envelopes);
        Assert.Equal(
            "nothing-to-adopt",
            BallotLab.Refusal(await adopt.RunAsync(restarted.Target, CddFunctions.Platform.Identity.Caller.Administrator, default))
        );
    }

    private async Task WriteAsync(string how, List<string> roll, Envelope mine, Document victim, Envelope envelope)
    {
        switch (how)
        {
            case "replaced":
                foreach (var one in Envelopes())
                    await ReplaceAsync(one, (mine with { Mac = one.Read<Envelope>().Mac }).ToBody());
                break;
            case "invented":
                for (var n = 0; n < 30; n++)
                    await PutAsync($"envelopes-{n:D2}", $"{n:x2}" + new string('0', 62), mine.ToBody());
                break;
            case "voted for others":
                var tag = _lab.Get<BallotKeys>().VoterTag(_lab.Target, RollEntry.Parse(roll[^1])!.Value); // as a guess would have to hit
                await PutAsync($"envelopes-{tag[0] % EnvelopeStore.Shards:D2}", Convert.ToHexStringLower(tag), mine.ToBody());
                break;
            case "copied":
                await PutAsync(
                    victim.Partition.EndsWith("-00", StringComparison.Ordinal) ? "envelopes-01" : "envelopes-00",
                    victim.Id,
                    victim.Body.ToArray()
                );
                break;
            case "moved":
                await ReplaceAsync(Envelopes()[1], victim.Body.ToArray());
                break;
            case "another day":
                await ReplaceAsync(victim, (envelope with { Day = envelope.Day.AddDays(1) }).ToBody());
                break;
            case "rubbish":
                await ReplaceAsync(victim, """{"day":1}"""u8.ToArray());
                break;
            default:
                await ReplaceAsync(victim, (envelope with { Inner = "*" }).ToBody());
                break;
        }
    }

    /// <summary>An envelope that votes for somebody: the public key is in the store.</summary>
    private async Task<Envelope> PaperAsync(string choice)
    {
        var key = Convert.FromBase64String((await _lab.StateAsync()).State.Frozen!.PublicKey);
        var paper = SealedPaper.Seal(key, _lab.Target.Name, [RollEntry.Parse(choice)!.Value, SealedPaper.Abstention]);
        return new(new(2024, 5, 10), Convert.ToBase64String(paper), VoteReceipt.Of(paper), Mac: Convert.ToBase64String(new byte[32]));
    }

    private string Altered(string how)
    {
        var json = JsonNode.Parse(State().Body.Span)!;
        var state = json["content"]!;
        switch (how)
        {
            case "unguarded":
                return state.ToJsonString(Json.Options);
            case "rubbish":
                return """{"mac":"AAAA"}""";
            case "winners":
                state["tally"]!["contests"]![0]!["winners"]![0]!["name"] = "นายปลอม ทดสอบ";
                break;
            case "certified" or "published":
                state[how] = new JsonObject { ["by"] = "b", ["at"] = "2024-05-16T00:00:00Z" };
                break;
            case "closes":
                state["frozen"]!["closes"] = "2024-06-16T00:00:00Z";
                break;
            default:
                state["frozen"]![how] = (string)state["frozen"]![how]! + " ";
                break;
        }

        return json.ToJsonString(Json.Options);
    }

    private static IEnumerable<(string Name, Func<Task> Run)> Everything(BallotLab lab) =>
        [
            ("tally", () => lab.TallyAsync()),
            ("certify", () => lab.CertifyAsync("b")),
            ("publish", () => lab.Get<Certify>().PublishAsync(lab.Target, BallotLab.Admin("b"), default)),
            ("read", () => lab.StateAsync()),
        ];

    private async Task<List<string>> VotedAsync(int people, bool close = true)
    {
        var roll = await _lab.FreezeAsync(People);
        foreach (var voter in roll.Take(people))
            BallotLab.Must(await _lab.VoteAsync(voter, voter == roll[0] ? roll[1] : roll[0]));
        if (close)
            _lab.Clock.SetUtcNow(VirtueBallot.LastSecond.AddSeconds(1));
        return roll;
    }

    private List<Document> Envelopes() => [.. _lab.Documents.All.Where(d => d.Partition.Contains(":envelopes-", StringComparison.Ordinal))];

    private Document State() => _lab.Documents.All.Single(d => d.Partition.EndsWith(":state", StringComparison.Ordinal));

    private async Task ReplaceAsync(Document document, byte[] body) =>
        Assert.NotNull(await _lab.Documents.TryReplaceAsync(document.Partition, document.Id, document.Version, body, default));

    private async Task PutAsync(string partition, string id, byte[] body) =>
        Assert.NotNull(await _lab.Documents.TryCreateAsync($"{_lab.Target.Name}:{partition}", id, body, default));
}
