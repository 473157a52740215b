using System.Globalization;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Campaigns;

public sealed class RoundRulesTests
{
    [Theory]
    [InlineData(Definitions.Phayao, "t-lessons", "r-province", "2021-04-18T17:00:00Z")]
    [InlineData(Definitions.Phayao, "t-roster-district", "r-province", "2021-04-18T17:00:00Z")]
    [InlineData(Definitions.Phayao, "t-proposal", "r-region", "2021-05-02T17:00:00Z")]
    [InlineData(Definitions.Phayao, "t-publicise", null, null)]
    [InlineData(Definitions.Rayong, "t-book", null, null)]
    public void A_task_is_used_by_the_first_round_that_requires_or_judges_it(string campaign, string task, string? round, string? opensAt)
    {
        var launched = new LaunchedCampaign(Definitions.Read(Definitions.Load(campaign)).Campaign!, 1, "sha");

        var use = RoundRules.FirstUse(launched, launched.FindTask(task)!);

        Assert.Equal((round, opensAt), (use?.Round.Id, use?.OpensAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        if (use is not null)
            Assert.Equal((false, true), (use.HasOpened(use.OpensAt.AddTicks(-1)), use.HasOpened(use.OpensAt)));
    }
}
