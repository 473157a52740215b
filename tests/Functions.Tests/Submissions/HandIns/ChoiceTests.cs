using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Submissions;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.HandIns;

/// <summary>"One of these" (t-a or t-b, at most one) when both come at the same moment.</summary>
[Trait("suite", "http")]
public sealed class ChoiceTests
{
    private const int Groups = 20;

    private static readonly string[] Districts = ["2101", "2102", "2103"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_choices_posted_at_once_one_is_taken_and_the_other_refused()
    {
        await using var server = await TestServer.StartAsync(change: ManyChoices);
        (string A, string B)[] pairs = [.. Enumerable.Range(0, Groups).Select(g => ($"t-a-{g}", $"t-b-{g}"))];

        var answers = await Task.WhenAll(
            from pair in pairs
            from unit in Districts
            select Task.WhenAll(
                TestServer.PostAsync(server.Admin, pair.A, unit, "k", FieldValues()),
                TestServer.PostAsync(server.Admin, pair.B, unit, "k", FieldValues())
            )
        );

        Assert.Equal(Groups * Districts.Length, answers.Length);
        foreach (var both in answers)
        {
            Assert.Equal([201, 409], both.Select(a => a.Code).Order());
            both.Single(a => a.Code == 409).Must(409, "choice-full");
        }
    }

    [Fact]
    public async Task Of_a_returned_choice_that_comes_again_and_another_posted_at_once_one_is_taken()
    {
        await using var server = await TestServer.StartAsync(change: ManyChoices);
        foreach (var (g, unit) in from g in Enumerable.Range(0, 4) from unit in Districts select (g, unit))
        {
            var officer = await server.OfficerAsync(unit);
            var first = (await TestServer.PostAsync(officer, $"t-a-{g}", unit, "k", FieldValues())).Must(201);
            var returned = (await server.ReviewAsync($"t-a-{g}", unit, first.ETag, "return")).Must(200);

            var both = await Task.WhenAll(
                TestServer.PutAsync(officer, $"t-a-{g}", unit, returned.ETag, FieldValues()),
                TestServer.PostAsync(officer, $"t-b-{g}", unit, "k", FieldValues())
            );

            Assert.Single(both, a => a.Code is 200 or 201);
            Assert.Single(both, a => a.Code is 409 && a.Problem is "choice-full");
        }
    }

    [Fact]
    public async Task A_claim_counts_until_its_hand_in_decides_or_for_a_minute()
    {
        TestHead.NeedsInProcess("stops between the claim and its hand-in, which no request does");
        await using var server = await TestServer.StartAsync();
        var claims = server.Services.GetRequiredService<ChoiceClaims>();
        var a = await TargetAsync(server, "t-a");
        var b = await TargetAsync(server, "t-b");

        Assert.Null(await claims.TakeAsync(a, a.Id, "AAAAA-AAAAA", Ct));
        Assert.Null(await claims.TakeAsync(a, a.Id, "AAAAA-AAAAA", Ct));
        server.Clock.Now += TimeSpan.FromSeconds(59);
        Assert.Equal("choice-full", (await claims.TakeAsync(b, b.Id, "BBBBB-BBBBB", Ct))?.Code);
        server.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await claims.TakeAsync(b, b.Id, "BBBBB-BBBBB", Ct));
        Assert.Equal("choice-full", (await claims.TakeAsync(a, a.Id, "AAAAA-AAAAA", Ct))?.Code);
    }

    [Fact]
    public async Task A_choice_that_was_returned_makes_room_for_another_at_once()
    {
        await using var server = await TestServer.StartAsync();
        var sent = (await TestServer.PostAsync(server.Admin, "t-a", "2101", "k", FieldValues())).Must(201);

        (await TestServer.PostAsync(server.Admin, "t-b", "2101", "k", FieldValues())).Must(409, "choice-full");
        (await server.ReviewAsync("t-a", "2101", sent.ETag, "return")).Must(200);
        (await TestServer.PostAsync(server.Admin, "t-b", "2101", "k", FieldValues())).Must(201);
    }

    private static async Task<Target> TargetAsync(TestServer server, string task)
    {
        var campaign = (await server.Services.GetRequiredService<CampaignCatalog>().FindAsync(Id, Ct))!;
        var found = await server.Services.GetRequiredService<Targets>().FindAsync(campaign, task, "2101", Ct);
        Assert.False(found.IsRefused(out _, out var target));
        return target!;
    }

    /// <summary>Twenty choice groups like the one of the programme.</summary>
    private static void ManyChoices(JsonObject programme)
    {
        var groups = programme["choiceGroups"]!.AsArray();
        var tasks = programme["tasks"]!.AsArray();
        for (var g = 0; g < Groups; g++)
        {
            var group = groups[0]!.DeepClone();
            group["id"] = $"cg-{g}";
            groups.Add(group);
            foreach (var id in new[] { "t-a", "t-b" })
            {
                var task = tasks.First(t => (string)t!["id"]! == id)!.DeepClone();
                (task["id"], task["choice"]) = ($"{id}-{g}", $"cg-{g}");
                tasks.Add(task);
            }
        }
    }
}
