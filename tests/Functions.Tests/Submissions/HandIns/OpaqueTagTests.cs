using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.HandIns;

/// <summary>A form without names keeps only the day: its version must not tell after whose hand-in it came.</summary>
[Trait("suite", "http")]
public sealed class OpaqueTagTests
{
    [Fact]
    public async Task The_versions_of_opinions_tell_no_order_and_still_name_what_was_read()
    {
        await using var server = await TestServer.StartAsync();
        var sender = await server.HolderAsync("intake", "t-opinion");
        var sent = new List<string>();
        for (var n = 0; n < 12; n++)
            sent.Add((await TestServer.PostAsync(sender, "t-opinion", "21", $"key of {n}, made up", Opinion(n))).Must(201).ETag);

        var list = (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-opinion", "21"))).Must(200);
        var officer = await server.OfficerAsync("2101");
        var plan = (await TestServer.PostAsync(officer, "t-plan", "2101", "plan", MadeUpCampaign.Plan())).Must(201);

        Assert.All(sent.Append(plan.ETag), tag => Assert.Matches("^\"[A-Za-z0-9_-]{22}\"$", tag));
        Assert.Equal(12, sent.Distinct().Count());
        Assert.NotEqual(sent, sent.Order(StringComparer.Ordinal));
        Assert.NotEqual(sent, sent.OrderDescending(StringComparer.Ordinal));
        Assert.All(sent, tag => Assert.Contains(tag.Trim('"'), list.Text, StringComparison.Ordinal));
        Assert.Equal(plan.ETag, (await TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2101"))).Must(200).ETag);
        (await server.ReviewAsync("t-plan", "2101", "\"1\"", "return")).Must(412);
        (await server.ReviewAsync("t-plan", "2101", plan.ETag, "return")).Must(200);
    }

    private static JsonObject Opinion(int n) => new() { ["fields"] = new JsonObject { ["opinion"] = $"ข้อที่ {n}" } };
}
