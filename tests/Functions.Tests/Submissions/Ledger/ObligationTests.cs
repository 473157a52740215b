using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Ledger;

[Trait("suite", "http")]
public sealed class ObligationTests
{
    [Fact]
    public async Task Obligations_are_filtered_and_an_officer_sees_only_the_offices_own()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);

        async Task<JsonArray> Rows(HttpClient client, string query) =>
            (await TestServer.GetAsync(client, TestServer.Of("obligations" + query))).Must(200).Json.AsArray();

        Assert.Equal(3, (await Rows(server.Admin, "?task=t-plan")).Count);
        Assert.Equal("2101", (string)(await Rows(server.Admin, "?state=submitted")).Single()!["unit"]!);
        Assert.All(await Rows(server.Admin, "?unit=2103"), r => Assert.Equal("2103", (string)r!["unit"]!));
        Assert.All(await Rows(officer, ""), r => Assert.Equal("2101", (string)r!["unit"]!));
        Assert.Empty(await Rows(officer, "?unit=2102"));
        Assert.Equal((await Rows(server.Admin, "")).Count, (await Rows(await server.HolderAsync("viewer", "v"), "")).Count);
        (await TestServer.GetAsync(server.Admin, TestServer.Of("obligations?state=late"))).Must(400, "query-invalid");
        (await TestServer.GetAsync(await server.HolderAsync("intake", "t-plan"), TestServer.Of("obligations"))).Must(403, "not-yours");
    }

    [Fact]
    public async Task Personal_data_never_reach_the_log()
    {
        await using var first = await TestServer.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(first.Folder, "definitions", "broken.json"), "{", TestContext.Current.CancellationToken);
        await using var server = await TestServer.StartAsync(first.Folder);
        var officer = await server.OfficerAsync("2101");
        var body = Plan();
        body["fields"]!["officer"] = "นายจำได้ง่าย ไม่มีจริง";
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k", body)).Must(201);
        body["fields"]!["phone"] = "555";
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k2", body)).Must(409);
        (
            await TestServer.SendAsync(
                server.Admin,
                "PUT",
                TestServer.Of("rosters/people/2101"),
                new JsonObject { ["entries"] = People(3) }
            )
        ).Must(422);

        var log = await server.EndAsync();

        Assert.Contains("broken.json", log, StringComparison.Ordinal);
        Assert.DoesNotContain("จำได้ง่าย", log, StringComparison.Ordinal);
        Assert.DoesNotContain("ทดสอบ", log, StringComparison.Ordinal);
        Assert.DoesNotContain("800000", log, StringComparison.Ordinal);
    }
}
