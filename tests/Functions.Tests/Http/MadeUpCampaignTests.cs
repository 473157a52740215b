using System.Text;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Http;

public sealed class MadeUpCampaignTests
{
    [Fact]
    public void The_made_up_programme_is_a_valid_definition()
    {
        var reading = CampaignFile.Parse(Encoding.UTF8.GetBytes(MadeUpCampaign.Json().ToJsonString()));

        Assert.Empty(reading.Faults.Select(f => $"{f.Rule} {f.Path} {f.Message.En}"));
        Assert.Empty(
            CampaignChecker
                .Check(reading.Campaign!)
                .Where(f => f.Severity is CddFunctions.Campaigns.Model.Severity.Error)
                .Select(f => $"{f.Rule} {f.Path} {f.Message.En}")
        );
    }
}
