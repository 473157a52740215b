using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots;

[Trait("suite", "http")]
public sealed class BallotTests
{
    [Fact]
    public async Task A_vote_goes_from_the_roll_to_the_published_result()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 8);
        var receipts = new List<string>();
        foreach (var voter in roll.Skip(1))
            receipts.Add((await VoteAsync(server, voter, Choices(roll[0]))).Must(201).Say("receipt"));
        (await VoteAsync(server, roll[0], Choices(roll[1], roll[2]))).Must(201);

        server.Clock.Now = LastSecond.AddSeconds(1);
        await CertifyAsync(server);
        (await TestServer.SendAsync(await server.HolderAsync("admin", "second"), "POST", At("publish"))).Must(200);

        var result = (await TestServer.GetAsync(server.Anyone, At("result"))).Must(200).Json;
        var winner = Assert.Single(result["contests"]![0]!["winners"]!.AsArray())!;
        Assert.Equal((roll[0], 7), ((string)winner["id"]!, (int)winner["votes"]!));
        Assert.True((bool)result["reconciliation"]!["balanced"]!);
        var one = Assert.Single(result["contests"]![1]!["winners"]!.AsArray())!;
        Assert.Equal(roll[2], (string)one["id"]!);
        Assert.False(one.AsObject().ContainsKey("votes")); // one vote is fewer than five
        var counted = (await TestServer.GetAsync(server.Anyone, At("receipts"))).Must(200).Json.AsArray().Select(r => (string)r!).ToList();
        Assert.Equal(8, counted.Count);
        Assert.Equal(counted.Order(StringComparer.Ordinal), counted);
        Assert.Empty(receipts.Except(counted));
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task What_comes_again_is_known_by_its_sign_in_or_its_key_and_never_by_what_it_chooses()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var code = (await CodesAsync(server))[0];
        var voter = await SignInAsync(server, code);
        const string Key = "0123456789abcdef0123";

        var receipt = (await VoteAsync(voter, Choices(roll[1]), Key)).Must(201).Say("receipt");

        var other = await SignInAsync(server, code); // whoever else knows the code
        foreach (var guess in new[] { Choices(roll[1]), Choices(roll[2]), Choices("abstain", roll[1]) })
        {
            Assert.Equal(receipt, (await VoteAsync(voter, guess)).Must(201).Say("receipt"));
            Assert.Equal(receipt, (await VoteAsync(other, guess, Key)).Must(201).Say("receipt"));
            (await VoteAsync(other, guess)).Must(409, "already-voted");
            (await VoteAsync(other, guess, "another key, long enough")).Must(409, "already-voted");
            (await VoteAsync(other, guess, Key[..15])).Must(409, "already-voted");
        }

        (await VoteAsync(other, Choices(roll[0]))).Must(422); // a paper that cannot be counted asks nothing
    }

    [Fact]
    public async Task Only_the_sign_in_that_voted_is_told_that_the_vote_is_in()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var code = (await CodesAsync(server))[0];
        var (voter, other) = (await SignInAsync(server, code), await SignInAsync(server, code));
        var before = (await TestServer.GetAsync(other, At("paper"))).Must(200).Text;

        var receipt = (await VoteAsync(voter, Choices(roll[1]))).Must(201).Say("receipt");

        Assert.Equal(before, (await TestServer.GetAsync(other, At("paper"))).Must(200).Text);
        var own = (await TestServer.GetAsync(voter, At("paper"))).Must(200).Json;
        Assert.Equal((true, receipt), ((bool)own["voted"]!, (string)own["receipt"]!));
    }

    [Theory]
    [InlineData("{}", "choice-missing", "choice-missing")]
    [InlineData("""{"c-sufficiency":null,"c-discipline":""}""", "choice-missing", "choice-missing")]
    [InlineData("""{"c-sufficiency":"abstain"}""", null, "choice-missing")]
    [InlineData("""{"c-sufficiency":" ","c-discipline":"x"}""", "choice-missing", "not-a-candidate")]
    public async Task Every_contest_is_named_and_all_that_lack_are_said_at_once(string choices, string? first, string? second)
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var voter = await SignInAsync(server, (await CodesAsync(server))[0]);

        var refused = (await VoteAsync(voter, new JsonObject { ["choices"] = JsonNode.Parse(choices) })).Must(422, "choices-refused");

        Assert.Equal(
            new[] { ("choices.c-sufficiency", first), ("choices.c-discipline", second) }
                .Where(f => f.Item2 is not null)
                .Select(f => f.Item1),
            refused.Errors.Select(e => e.Key)
        );
        var form = JsonNode
            .Parse(choices)!
            .AsObject()
            .Select(c => new KeyValuePair<string, string>($"choices.{c.Key}", (string?)c.Value ?? ""));
        (await TestServer.SendAsync(voter, "POST", At("envelopes"), new FormUrlEncodedContent(form))).Must(422);
        (await VoteAsync(voter, Choices(roll[1]))).Must(201);
    }

    [Fact]
    public async Task A_contest_that_is_named_twice_is_refused_in_a_form_and_in_JSON()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var voter = await SignInAsync(server, (await CodesAsync(server))[0]);
        var form = new FormUrlEncodedContent([
            new("choices.c-sufficiency", roll[1]),
            new("choices.c-sufficiency", roll[2]),
            new("choices.c-discipline", "abstain"),
        ]);
        var json = TestServer.Bytes(
            System.Text.Encoding.UTF8.GetBytes(
                $$$"""{"choices":{"c-sufficiency":"{{{roll[1]}}}","c-sufficiency":"{{{roll[2]}}}","c-discipline":"abstain"}}"""
            ),
            "application/json"
        );

        (await TestServer.SendAsync(voter, "POST", At("envelopes"), form)).Must(422);
        (await TestServer.SendAsync(voter, "POST", At("envelopes"), json)).Must(400, "malformed-request");
        Assert.Equal(0, (int)(await TestServer.GetAsync(server.Admin, At("turnout"))).Must(200).Json["voted"]!);
    }

    [Fact]
    public async Task Where_nobody_may_abstain_the_word_is_refused()
    {
        await using var server = await StartAsync(b => b["abstain"] = false);
        var roll = await FreezeAsync(server, 3);

        var refused = (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(422, "choices-refused");

        Assert.Equal(["choices.c-discipline"], refused.Errors.Select(e => e.Key));
        (await VoteAsync(server, roll[0], Choices(roll[1], roll[2]))).Must(201);
    }

    [Fact]
    public async Task What_comes_again_is_known_after_a_restart()
    {
        const string Key = "0123456789abcdef0123";
        await using var first = await StartAsync();
        var roll = await FreezeAsync(first, 3);
        var token = (await first.LinkAsync("voter", roll[0])).Say("token");
        var receipt = (await VoteAsync(first.With(token), Choices(roll[1]), Key)).Must(201).Say("receipt");
        await first.EndAsync();

        await using var second = await StartAsync(data: first.Folder);

        var other = (await second.LinkAsync("voter", roll[0])).Say("token");
        (await VoteAsync(second.With(other), Choices(roll[1]))).Must(409, "already-voted");
        Assert.Equal(receipt, (await VoteAsync(second.With(other), Choices(roll[2]), Key)).Must(201).Say("receipt"));
        Assert.Equal(receipt, (await VoteAsync(second.With(token), Choices(roll[2]))).Must(201).Say("receipt"));
    }

    [Fact]
    public async Task Votes_are_taken_from_the_first_second_of_the_window_to_its_last()
    {
        await using var server = await StartAsync(at: Before);
        var roll = await FreezeAsync(server, 4);
        var opens = new DateTimeOffset(2024, 5, 8, 17, 0, 0, TimeSpan.Zero);

        server.Clock.Now = opens.AddTicks(-1);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(409, "ballot-not-open");
        server.Clock.Now = opens;
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        server.Clock.Now = LastSecond.AddMilliseconds(999);
        (await VoteAsync(server, roll[1], Choices(roll[0]))).Must(201);
        (await TestServer.SendAsync(server.Admin, "POST", At("tally"))).Must(409, "ballot-still-open");
        (await TestServer.GetAsync(server.Anyone, At("receipts"))).Must(409, "ballot-still-open");
        server.Clock.Now = LastSecond.AddSeconds(1);
        (await VoteAsync(server, roll[2], Choices(roll[0]))).Must(409, "ballot-not-open");
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task Nothing_but_the_turnout_is_seen_while_the_ballot_is_open()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 5);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        (await VoteAsync(server, roll[1], Choices(roll[0]))).Must(201);

        var turnout = (await TestServer.GetAsync(await server.HolderAsync("viewer", "v"), At("turnout"))).Must(200);

        Assert.Equal("""{"eligible":5,"voted":2}""", turnout.Text);
        (await TestServer.GetAsync(server.Admin, At("result"))).Must(409, "ballot-not-tallied");
        (await TestServer.GetAsync(server.Anyone, At("result"))).Must(409, "result-not-published");
        (await TestServer.GetAsync(server.Anyone, At("turnout"))).Must(401);
        (await TestServer.GetAsync(await server.HolderAsync("voter", roll[0]), At("turnout"))).Must(403);
    }

    [Theory]
    [InlineData("self", "self-vote")]
    [InlineData("stranger", "not-a-candidate")]
    [InlineData("rubbish", "not-a-candidate")]
    [InlineData("contest", "unknown-contest")]
    public async Task A_choice_that_cannot_be_is_refused_and_no_vote_is_cast(string kind, string code)
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var choices = kind switch
        {
            "self" => Choices(roll[0]),
            "stranger" => Choices("00000000000000ff"),
            "rubbish" => Choices("x"),
            _ => new JsonObject { ["choices"] = new JsonObject { ["c-other"] = roll[1] } },
        };

        var refused = (await VoteAsync(server, roll[0], choices)).Must(422, "choices-refused");

        Assert.NotEmpty(refused.Errors);
        Assert.Contains(
            code switch
            {
                "self-vote" => "เลือกตนเอง",
                "not-a-candidate" => "ไม่อยู่ในรายชื่อ",
                _ => "ไม่มีด้านนี้",
            },
            refused.Text,
            StringComparison.Ordinal
        );
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
    }

    [Fact]
    public async Task Only_people_on_the_roll_vote()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);

        (await VoteAsync(server, "00000000000000ff", Choices(roll[1]))).Must(403, "not-yours");
        (await VoteAsync(server.Anyone, Choices(roll[1]))).Must(401);
        (await VoteAsync(server.Admin, Choices(roll[1]))).Must(403);
        (await TestServer.SendAsync(server.Anyone, "POST", TestServer.Of("ballots/none/envelopes"), Choices("x"))).Must(401);
        (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("ballots/none/envelopes"), Choices("x"))).Must(
            404,
            "ballot-not-found"
        );
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task A_thousand_posts_for_one_voter_end_in_one_envelope()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 4);
        var code = (await CodesAsync(server))[0];
        var voters = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SignInAsync(server, code)));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(n => VoteAsync(voters[n % 10], Choices(roll[1 + (n % 3)], roll[1]), $"attempt-{n:D12}"))
        );

        Assert.DoesNotContain(answers, a => a.Code is not (201 or 409));
        var receipt = Assert.Single(answers.Where(a => a.Code == 201).Select(a => a.Say("receipt")).Distinct());
        Assert.Equal(1, (int)(await TestServer.GetAsync(server.Admin, At("turnout"))).Must(200).Json["voted"]!);
        server.Clock.Now = LastSecond.AddSeconds(1);
        Assert.Equal(
            [receipt],
            (await TestServer.GetAsync(server.Anyone, At("receipts"))).Must(200).Json.AsArray().Select(r => (string)r!)
        );
    }
}
