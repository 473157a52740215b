using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots;

/// <summary>What one administrator must not do alone, or must put a name to.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class TwoPeopleTests
{
    private static readonly string Pages = $"/api/ui/{TestServer.Campaign}/{Here}";

    [Fact]
    public async Task One_proposes_a_later_close_another_confirms_it_and_the_record_names_both()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var later = new JsonObject { ["until"] = "2024-05-16T16:59:59Z", ["reason"] = "น้ำท่วม" };

        var first = await server.HolderAsync("admin", "first");
        (await TestServer.SendAsync(first, "POST", At("window"), later)).Must(202);
        (await ConfirmAsync(server, first)).Must(403, "second-person-needed");
        (await ConfirmAsync(server, await server.HolderAsync("admin", "second"))).Must(200);

        server.Clock.Now = LastSecond.AddHours(3);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        var record = (await TestServer.GetAsync(server.Admin, At("record"))).Must(200).Json;
        string[] wanted = ["close-extension-proposed", "close-extended"];
        var lines = record["lines"]!.AsArray().Where(l => wanted.Contains((string)l!["what"]!)).ToList();
        Assert.Equal(wanted, lines.Select(l => (string)l!["what"]!));
        Assert.NotEqual((string)lines[0]!["by"]!, (string)lines[1]!["by"]!);
        Assert.Equal(["until=2024-05-16T16:59:59Z"], lines.Select(l => (string)l!["detail"]!).Distinct());
        Assert.Null(record["broken"]);
        Assert.Equal("น้ำท่วม", (string)(await TestServer.GetAsync(server.Admin, At(""))).Must(200).Json["changes"]![0]!["reason"]!);
    }

    [Fact]
    public async Task A_link_that_the_tallier_made_does_not_certify_and_another_tallies_again()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        server.Clock.Now = LastSecond.AddSeconds(1);
        var (first, second) = (await server.LinkAsync("admin", "คนแรก"), await server.LinkAsync("admin", "คนที่สอง"));
        var one = server.With(first.Say("token"));
        var own = (await MakeAsync(one, "ลิงก์ของคนแรก")).Must(201);
        var below = (await MakeAsync(server.With(own.Say("token")), "ลิงก์ของลิงก์")).Must(201);

        (await TestServer.SendAsync(server.With(own.Say("token")), "POST", At("tally"))).Must(200);
        foreach (var same in new[] { one, server.With(own.Say("token")), server.With(below.Say("token")), server.Admin })
        {
            var refused = (await CertifyAsync(server, same)).Must(403, "second-person-needed");
            Assert.Equal(["คนที่สอง"], refused.Json["able"]!.AsArray().Select(a => (string)a!));
        }

        (await TestServer.SendAsync(server.With(second.Say("token")), "POST", At("tally"), Again())).Must(200);
        (await TestServer.GetAsync(server.Admin, $"{Pages}/announcement")).Must(409); // it would say that the result is certified
        (await TestServer.GetAsync(server.Admin, $"{Pages}/certificates")).Must(409);
        Assert.DoesNotContain("/announcement", (await TestServer.GetAsync(server.Admin, Pages)).Must(200).Text, StringComparison.Ordinal);
        (await CertifyAsync(server, server.With(second.Say("token")))).Must(403, "second-person-needed");
        var result = (await CertifyAsync(server, server.With(below.Say("token")))).Must(200).Json;

        Assert.Equal((second.Say("id"), "คนที่สอง", "installation"), Signer("tallied"));
        Assert.Equal((below.Say("id"), "ลิงก์ของลิงก์", own.Say("id")), Signer("certified"));
        Assert.Equal("ลิงก์ของคนแรก", (string)result["certified"]!["giver"]!);
        foreach (var page in new[] { Pages, $"{Pages}/announcement" })
        {
            var html = (await TestServer.GetAsync(server.Admin, page)).Must(200).Text;
            Assert.Contains("นับคะแนนโดย คนที่สอง (ผู้ออกลิงก์: ผู้ติดตั้งระบบ)", html, StringComparison.Ordinal);
            Assert.Contains("รับรองผลโดย ลิงก์ของลิงก์ (ผู้ออกลิงก์: ลิงก์ของคนแรก)", html, StringComparison.Ordinal);
        }

        Assert.Equal(result["certified"]!.ToJsonString(), (await BallotAsync())["certifiedBy"]!.ToJsonString());
        var links = (await TestServer.GetAsync(server.Admin, TestServer.Of("links"))).Must(200).Json["links"]!.AsArray();
        Assert.Equal(own.Say("id"), (string)links.Single(l => (string)l!["id"]! == below.Say("id"))!["madeBy"]!);
        (await TestServer.SendAsync(one, "POST", At("tally"), Again())).Must(409, "ballot-certified");
        (await TestServer.SendAsync(server.Admin, "POST", At("adopt"))).Must(409, "nothing-to-adopt");

        (string, string, string) Signer(string who) =>
            ((string)result[who]!["link"]!, (string)result[who]!["subject"]!, (string)result[who]!["givenBy"]!);

        async Task<JsonNode> BallotAsync() => (await TestServer.GetAsync(server.Anyone, TestServer.Of(Here))).Must(200).Json;

        static Task<Answer> MakeAsync(HttpClient who, string subject) =>
            TestServer.SendAsync(who, "POST", TestServer.Of("links"), new JsonObject { ["role"] = "admin", ["subject"] = subject });

        static JsonObject Again() => new() { ["again"] = true };
    }

    [Fact]
    public async Task Only_the_result_that_was_read_is_certified()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        server.Clock.Now = LastSecond.AddSeconds(1);
        var (first, second) = (await server.HolderAsync("admin", "first"), await server.HolderAsync("admin", "second"));
        var read = (await TestServer.SendAsync(first, "POST", At("tally"))).Must(200).Say("hash");
        server.Clock.Now += TimeSpan.FromSeconds(1);
        (await TestServer.SendAsync(first, "POST", At("tally"), new JsonObject { ["again"] = true })).Must(200);

        (await TestServer.SendAsync(second, "POST", At("certify"))).Must(409, "result-changed");
        (await TestServer.SendAsync(second, "POST", At("certify"), new JsonObject { ["result"] = read })).Must(409, "result-changed");
        (await CertifyAsync(server, second)).Must(200);
    }

    [Fact]
    public async Task A_tie_that_no_rule_settles_waits_for_the_chair()
    {
        await using var server = await StartAsync(b =>
            b["tieBreaks"] = new JsonArray(new JsonObject { ["rule"] = "chair-casting-vote", ["basis"] = "assumed" })
        );
        var roll = await FreezeAsync(server, 4);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        (await VoteAsync(server, roll[1], Choices(roll[0]))).Must(201);
        server.Clock.Now = LastSecond.AddSeconds(1);
        var first = await server.HolderAsync("admin", "first");
        (await TestServer.SendAsync(first, "POST", At("tally"))).Must(200);
        var second = await server.HolderAsync("admin", "second");
        var decision = new JsonObject { ["winners"] = new JsonArray(roll[1]), ["reason"] = "มติที่ประชุม" };

        (await CertifyAsync(server, second)).Must(409);
        (
            await TestServer.SendAsync(
                first,
                "POST",
                At("ties/c-sufficiency"),
                new JsonObject { ["winners"] = new JsonArray(roll[3]), ["reason"] = "ไม่ได้เสมอ" }
            )
        ).Must(422);
        var decided = (await TestServer.SendAsync(first, "POST", At("ties/c-sufficiency"), decision)).Must(200).Json;

        Assert.Equal(roll[1], (string)Assert.Single(decided["contests"]![0]!["winners"]!.AsArray())!["id"]!);
        (await CertifyAsync(server, second)).Must(200);
    }
}
