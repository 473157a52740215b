using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns;

public sealed class CampaignFileTests
{
    [Fact]
    public void The_smallest_campaign_is_read()
    {
        var reading = Parse(SmallCampaign.Json());

        Assert.Empty(reading.Faults);
        Assert.Equal(new Citation(Basis.Stated, "l1", "ข้อ ๒", null), reading.Campaign!.Tasks[0].Src[0]);
        Assert.Equal(new TimeOnly(23, 59, 59), reading.Campaign.Calendar.Cutoff);
    }

    [Fact]
    public void A_campaign_written_out_reads_back_the_same()
    {
        var first = Parse(SmallCampaign.Json()).Campaign!;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(first, CampaignJson.Options);
        var second = CampaignFile.Parse(bytes).Campaign;

        Assert.Equal(bytes, JsonSerializer.SerializeToUtf8Bytes(second, CampaignJson.Options));
    }

    [Fact]
    public void The_schema_member_is_allowed_at_the_top_only()
    {
        var campaign = SmallCampaign.Json();
        campaign["$schema"] = "./campaign.schema.json";
        Assert.NotNull(Parse(campaign).Campaign);

        campaign["calendar"]!["$schema"] = "x";
        Assert.Equal("calendar.$schema", Assert.Single(Parse(campaign).Faults).Path);
    }

    [Fact]
    public void Every_shape_fault_is_reported_at_once()
    {
        var campaign = SmallCampaign.Json();
        campaign["fiscalYear"] = "2567";
        campaign.Remove("privacy");
        campaign["tasks"]![0]!["dueDate"] = "2024-02-22";
        campaign["tasks"]![0]!["src"]![0] = "stated l1";
        campaign["milestones"]![0]!["on"] = "2567-02-22";
        campaign["calendar"]!["holidays"] = new JsonArray(new JsonObject { ["on"] = null });
        campaign["owner"] = " ";

        var paths = Parse(campaign).Faults.Select(f => f.Path).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "calendar.holidays[0].en",
                "calendar.holidays[0].on",
                "calendar.holidays[0].scope",
                "calendar.holidays[0].th",
                "fiscalYear",
                "milestones/m-due/on",
                "owner",
                "privacy",
                "tasks/t-plan/dueDate",
                "tasks/t-plan/src[0]",
            ],
            paths,
            StringComparer.Ordinal
        );
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\n\"id\": 1,\n}", "line 3")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{\"\\ud800\": 1}", "")]
    public void What_is_no_campaign_at_all_is_a_fault(string text, string path)
    {
        var reading = CampaignFile.Parse(Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Campaign);
        Assert.Equal(("shape", path), (reading.Faults[0].Rule, reading.Faults[0].Path));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() => Assert.Null(CampaignFile.Parse([0x22, 0xFF, 0x22]).Campaign);

    [Theory]
    [InlineData("\"id\": \"a\"", "\"id\": \"a\", \"id\": \"b\"", "id")]
    [InlineData("\"cutoff\":", "\"cutoff\": \"08:30\", \"cutoff\":", "calendar.cutoff")]
    public void A_member_given_twice_is_refused(string once, string twice, string path)
    {
        var text = SmallCampaign.Json().ToJsonString(new() { WriteIndented = true }).Replace(once, twice, StringComparison.Ordinal);

        Assert.Equal(path, Assert.Single(CampaignFile.Parse(Encoding.UTF8.GetBytes(text)).Faults).Path);
    }

    [Theory]
    [InlineData("count", "3", true)]
    [InlineData("count", "{\"min\":1}", true)]
    [InlineData("count", "{\"min\":1,\"max\":1}", true)]
    [InlineData("count", "{\"min\":2,\"max\":1}", false)]
    [InlineData("count", "{}", false)]
    [InlineData("count", "{\"least\":1}", false)]
    [InlineData("count", "-1", false)]
    [InlineData("count", "1.5", false)]
    [InlineData("count", "null", false)]
    [InlineData("managed", "\"true\"", false)]
    [InlineData("members", "[null]", false)]
    [InlineData("members", "null", true)]
    public void Values_of_a_unit_set_are_read_strictly(string member, string value, bool good)
    {
        var campaign = SmallCampaign.Json();
        campaign["unitSets"]![0]![member] = JsonNode.Parse(value);

        Assert.Equal(good, Parse(campaign).Faults.Count == 0);
    }

    private static CampaignReading Parse(JsonNode campaign) => CampaignFile.Parse(Encoding.UTF8.GetBytes(campaign.ToJsonString()));
}
