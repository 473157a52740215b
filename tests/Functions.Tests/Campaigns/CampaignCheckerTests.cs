using CddFunctions.Campaigns.Checks;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns;

public sealed class CampaignCheckerTests
{
    [Theory]
    [InlineData(Definitions.Rayong)]
    [InlineData(Definitions.Phayao)]
    public void The_shipped_definitions_have_no_errors(string id) =>
        Assert.DoesNotContain(Definitions.Faults(Definitions.Load(id)), f => f.Severity is Severity.Error);

    [Theory]
    [InlineData(Definitions.Rayong, "ry-l1", 6)]
    [InlineData(Definitions.Rayong, "ry-p1", 14)]
    [InlineData(Definitions.Rayong, "ry-l2", 3)]
    [InlineData(Definitions.Phayao, "py-l1", 11)]
    [InlineData(Definitions.Phayao, "py-g1", 19)]
    public void Every_numbered_clause_of_a_source_is_listed(string id, string source, int clauses) =>
        Assert.Equal(
            clauses,
            Read(id)
                .Sources.Single(s => string.Equals(s.Id, source, StringComparison.Ordinal))
                .Clauses!.Distinct(StringComparer.Ordinal)
                .Count()
        );

    [Theory]
    [InlineData(Definitions.Rayong)]
    [InlineData(Definitions.Phayao)]
    public void Only_listed_sources_are_in_hand(string id) =>
        Assert.All(Read(id).Sources, s => Assert.Equal(s.InHand, s.Clauses is { Count: > 0 }));

    [Fact]
    public void All_rules_run_whatever_the_others_find()
    {
        var campaign = Definitions.Load(Definitions.Rayong);
        campaign.At("tasks/t-plan")["owner"] = "nobody";
        campaign.At("units/2103")["th"] = "แกลงง";
        campaign.At("facts/virtues")["value"] = 4;

        Assert.Equal(["V2", "V3", "V9"], Definitions.Faults(campaign).Select(f => f.Rule), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("ส่งที่ somebody@example.com", true)]
    [InlineData("โทร 080-000-0000", true)]
    [InlineData("โทร ๐๘๐ ๐๐๐ ๐๐๐๐", true)]
    [InlineData("โทร. ๐-๓๘๐๐-๐๐๐๐", true)]
    [InlineData("+66 80 000 0000", true)]
    [InlineData("Line ID: testing", true)]
    [InlineData("ไลน์ไอดี testing", true)]
    [InlineData("LINE @testing", true)]
    [InlineData("เลข 1-2345-67890-12-1", true)]
    [InlineData("นายสมมติ ทดสอบ", true)]
    [InlineData("โดยนายสมมติ ทดสอบ", true)]
    [InlineData("นางสาวสมมติ", true)]
    [InlineData("น.ส.สมมติ", true)]
    [InlineData("นาง สมมติ ทดสอบ", true)]
    [InlineData("นายกิจสมมติ ทดสอบ", true)]
    [InlineData("Mr. Sommut Thotsop", true)]
    [InlineData("นายอำเภอ ทุกอำเภอ", false)]
    [InlineData("นายกรัฐมนตรี", false)]
    [InlineData("นายก อบต.", false)]
    [InlineData("เช่น นาย นาง นางสาว หรือยศ", false)]
    [InlineData("ที่ รย ๐๐๑๙/ว ๘๗๓", false)]
    [InlineData("๒๖๙,๐๐๐ บาท", false)]
    [InlineData("2021-03-23T16:59:59Z", false)]
    [InlineData("ส่งทางไลน์ของเจ้าหน้าที่", false)]
    [InlineData("รหัส 21010601", false)]
    public void A_definition_holds_no_personal_data(string text, bool personal)
    {
        var campaign = Definitions.Load(Definitions.Rayong);
        campaign.At("tasks/t-plan")["en"] = text;

        Assert.Equal(
            personal ? ["V14 tasks/t-plan/en"] : [],
            Definitions.Faults(campaign).Select(f => $"{f.Rule} {f.Path}"),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void The_country_has_76_provinces_without_Bangkok_and_18_regions()
    {
        Assert.Equal(76, UnitSetMembers.Within("th", "province").Count);
        Assert.DoesNotContain("10", UnitSetMembers.Within("th", "province"), StringComparer.Ordinal);
        Assert.Equal(878, UnitSetMembers.Within("th", "district").Count);
        Assert.Equal(18, UnitSetMembers.Within("th", "inspection-region").Count);
        Assert.Equal(8, UnitSetMembers.Within("21", "district").Count);
    }

    private static Campaign Read(string id) => Definitions.Read(Definitions.Load(id)).Campaign!;
}
