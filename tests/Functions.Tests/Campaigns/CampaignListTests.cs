using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Campaigns;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class CampaignListTests
{
    [Fact]
    public async Task The_list_is_for_everyone_and_names_each_campaign_that_runs_by_its_id()
    {
        await using var first = await TestServer.StartAsync();
        var other = MadeUpCampaign.Json();
        other["id"] = "another";
        await File.WriteAllTextAsync(
            Path.Combine(first.Folder, "definitions", "another.json"),
            other.ToJsonString(),
            TestContext.Current.CancellationToken
        );
        await using var both = await TestServer.StartAsync(first.Folder);

        var list = (await TestServer.GetAsync(both.Anyone, "/api/campaigns")).Must(200).Json.AsArray();

        Assert.Equal(["another", "made-up"], list.Select(c => (string)c!["id"]!));
        Assert.Equal((2567, 1), ((int)list[1]!["fiscalYear"]!, (int)list[1]!["revision"]!));
    }
}
