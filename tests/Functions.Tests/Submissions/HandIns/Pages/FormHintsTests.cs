using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Web;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

public sealed class FormHintsTests
{
    private static readonly Form Plan = MadeUpCampaign.Launched().Form("f-plan");
    private static readonly PageContext Page = new(false, MadeUpCampaign.Start, false, null);

    [Fact]
    public void Sums_that_a_rule_compares_are_known()
    {
        Assert.Equal(["lines.amount"], FormHints.Sums(Plan));
        Assert.Equal(
            ["lines.amount"],
            FormHints.Sums(Definitions.Read(Definitions.Load(Definitions.Phayao)).Campaign!.Forms.Single(f => f.Id == "f-1-3"))
        );
        Assert.Empty(FormHints.Sums(MadeUpCampaign.Launched().Form("f-note")));
    }

    [Fact]
    public void A_broken_rule_is_shown_at_the_first_input_that_it_names()
    {
        Assert.Equal("lines", At("adds-up"));
        Assert.Equal("total", At("total"));
        Assert.Equal("nobody-knows", At("nobody-knows"));

        static string At(string path) => FormHints.AtInputs(Plan, [new(path, "x", new("ก", "A"))]).Single().Path;
    }

    [Theory]
    [InlineData("total", "f-total", "รวม")]
    [InlineData("lines", "f-lines", "รายการ")]
    [InlineData("lines[1]", "f-lines-1-", "รายการ · รายการที่ 2")]
    [InlineData("lines[0].amount", "f-lines-0--amount", "รายการ · รายการที่ 1 · เงิน")]
    [InlineData("kinds[2]", "f-kinds", "ประเภท")]
    [InlineData("stranger", null, "stranger")]
    [InlineData("lines[123456].amount", "f-lines", "รายการ")]
    public void The_summary_leads_to_inputs_and_cells(string path, string? target, string place)
    {
        var link = ErrorLinks.Of(Plan.Fields, Plan.Fields, [new(path, "x", new("ผิด", "wrong"))], Page).Single();

        Assert.Equal(new(target, place, "ผิด"), link);
    }

    [Fact]
    public void What_another_page_asks_for_is_named_without_a_link() =>
        Assert.Null(ErrorLinks.Of(Plan.Fields, [], [new("total", "x", new("ผิด", "wrong"))], Page).Single().Target);

    [Fact]
    public void A_summary_stays_readable() =>
        Assert.Equal(
            100,
            ErrorLinks
                .Of(Plan.Fields, Plan.Fields, [.. Enumerable.Repeat<FieldError>(new("total", "x", new("ผิด", "wrong")), 101)], Page)
                .Count
        );
}
