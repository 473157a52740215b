using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions;

/// <summary>What an evaluator owes about an office is not the office's own (docs/rules.md 2.3, rule 12).</summary>
[Trait("suite", "http")]
public sealed class ThirdPartyTests
{
    [Theory]
    [InlineData(Definitions.Rayong, "t-p-monitor")]
    [InlineData(Definitions.Phayao, "")]
    public void The_definitions_have_these(string campaign, string tasks)
    {
        var launched = new LaunchedCampaign(Definitions.Read(Definitions.Load(campaign)).Campaign!, 1, "sha");

        Assert.Equal(tasks, string.Join(' ', launched.ManagedTasks.Where(launched.IsThirdParty).Select(t => t.Id)));
    }

    [Fact]
    public async Task The_office_neither_sees_nor_sends_it_on_any_way_and_the_evaluators_link_does()
    {
        await using var server = await TestServer.StartAsync(change: Evaluated);
        var office = await server.OfficerAsync("2101");
        var evaluator = await server.OfficerAsync("21");
        var page = $"/api/ui/{TestServer.Campaign}";
        var roster = TestServer.Of("rosters/people/2101");
        var people = new JsonObject { ["entries"] = People(15) };
        var ticket = """{"fileName":"a.pdf","contentType":"application/pdf","length":9,"task":"t-book","field":"file"}""";

        Assert.DoesNotContain("tasks/t-plan/", (await TestServer.GetAsync(office, page)).Must(200).Text, StringComparison.Ordinal);
        Assert.Contains("tasks/t-plan/units/2101", (await TestServer.GetAsync(evaluator, page)).Must(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("t-plan", (await TestServer.GetAsync(office, TestServer.Of("obligations"))).Text, StringComparison.Ordinal);
        (await TestServer.GetAsync(office, page + "/tasks/t-plan/units/2101")).Must(403);
        (await TestServer.GetAsync(office, page + "/rosters/people/2101")).Must(403);
        (await TestServer.PostAsync(office, "t-plan", "2101", "k", Plan())).Must(403, "not-yours");
        (await TestServer.SendAsync(office, "PUT", roster, people)).Must(403, "not-yours");
        (await TestServer.SendAsync(office, "POST", TestServer.Of("uploads"), JsonNode.Parse(ticket))).Must(403, "not-yours");
        var sent = (await TestServer.PostAsync(evaluator, "t-plan", "2101", "k", Plan())).Must(201);
        (await TestServer.PutAsync(office, "t-plan", "2101", sent.ETag, Plan())).Must(403, "not-yours");
        (await TestServer.PutAsync(evaluator, "t-plan", "2101", sent.ETag, Plan())).Must(200);
        (await TestServer.SendAsync(evaluator, "PUT", roster, people.DeepClone())).Must(200);
        (await TestServer.SendAsync(evaluator, "POST", TestServer.Of("uploads"), JsonNode.Parse(ticket))).Must(201);
        (await TestServer.GetAsync(evaluator, page + "/tasks/t-plan/units/2102")).Must(200);
        (await TestServer.PostAsync(evaluator, "t-free", "2101", "k", FieldValues())).Must(403, "not-yours");
    }

    /// <summary>The province owes plan, book and list of each district.</summary>
    private static void Evaluated(JsonObject programme)
    {
        foreach (var task in programme["tasks"]!.AsArray().Where(t => (string)t!["id"]! is "t-plan" or "t-book" or "t-people"))
            task!["owner"] = "evaluator";
        programme["roles"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """
                    { "id": "evaluator", "th": "กรรมการประเมิน", "en": "Evaluator", "level": "province", "can": ["view", "submit", "score"], "src": ["assumed — x"] }
                    """
                )
            );
    }
}
