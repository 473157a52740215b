using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots;

/// <summary>What one administrator must not do alone, or must put a name to.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class TwoPeopleTests
{
    [Fact]
    public async Task One_proposes_a_later_close_another_confirms_it_and_the_record_names_both()
    {
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        var later = new JsonObject { ["until"] = "2024-05-16T16:59:59Z", ["reason"] = "น้ำท่วม" };

        (await TestServer.SendAsync(server.Admin, "POST", At("window"), later)).Must(202);
        (await TestServer.SendAsync(server.Admin, "POST", At("window/confirm"))).Must(403, "second-person-needed");
        (await TestServer.SendAsync(await server.HolderAsync("admin", "second"), "POST", At("window/confirm"))).Must(200);

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
    public async Task A_tie_that_no_rule_settles_waits_for_the_chair()
    {
        await using var server = await StartAsync(b =>
            b["tieBreaks"] = new JsonArray(new JsonObject { ["rule"] = "chair-casting-vote", ["basis"] = "assumed" })
        );
        var roll = await FreezeAsync(server, 4);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        (await VoteAsync(server, roll[1], Choices(roll[0]))).Must(201);
        server.Clock.Now = LastSecond.AddSeconds(1);
        (await TestServer.SendAsync(server.Admin, "POST", At("tally"))).Must(200);
        var second = await server.HolderAsync("admin", "second");
        var decision = new JsonObject { ["winners"] = new JsonArray(roll[1]), ["reason"] = "มติที่ประชุม" };

        (await TestServer.SendAsync(second, "POST", At("certify"))).Must(409);
        (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                At("ties/c-sufficiency"),
                new JsonObject { ["winners"] = new JsonArray(roll[3]), ["reason"] = "ไม่ได้เสมอ" }
            )
        ).Must(422);
        var decided = (await TestServer.SendAsync(server.Admin, "POST", At("ties/c-sufficiency"), decision)).Must(200).Json;

        Assert.Equal(roll[1], (string)Assert.Single(decided["contests"]![0]!["winners"]!.AsArray())!["id"]!);
        (await TestServer.SendAsync(second, "POST", At("certify"))).Must(200);
    }
}
