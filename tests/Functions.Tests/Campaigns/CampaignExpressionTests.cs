using System.Text.Json;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Campaigns;

public sealed class CampaignExpressionTests
{
    private static readonly FieldValues Fields = new(
        JsonElement.Parse(
            """
            {
              "total": 100.5, "zero": 0, "a-b": 3, "from": "2024-05-09", "to": "2024-05-15", "name": "x", "huge": 70000000000000000000000000000,
              "lines": [ { "amount": 40.25, "dimension": "d1" }, { "amount": 60.25, "dimension": "d1", "note": 1 } ], "none": [],
              "many": [ { "amount": 79000000000000000000000000000 }, { "amount": 79000000000000000000000000000 } ]
            }
            """
        )
    );

    [Theory]
    [InlineData("sum(lines.amount) = total", Verdict.Holds)]
    [InlineData("sum( lines.amount ) < total", Verdict.Broken)]
    [InlineData("count(lines) >= 2", Verdict.Holds)]
    [InlineData("count(lines) > 2", Verdict.Broken)]
    [InlineData("distinct(lines.dimension) = 1", Verdict.Holds)]
    [InlineData("sum(none.amount) = 0", Verdict.Holds)]
    [InlineData("a-b - 1 = 2", Verdict.Holds)]
    [InlineData("2 + 3 * 4 = 14", Verdict.Holds)]
    [InlineData("(2 + 3) * 4 = 20", Verdict.Holds)]
    [InlineData("10 - 2 - 3 = 5", Verdict.Holds)]
    [InlineData("8 / 4 / 2 = 1", Verdict.Holds)]
    [InlineData("0.1 + 0.2 = 0.3", Verdict.Holds)]
    [InlineData("1 != 1", Verdict.Broken)]
    [InlineData("1 <= 1", Verdict.Holds)]
    [InlineData("to - from = 6", Verdict.Holds)]
    [InlineData("missing = 1", Verdict.Missing)]
    [InlineData("1 = missing", Verdict.Missing)]
    [InlineData("name = 1", Verdict.Missing)]
    [InlineData("sum(lines.note) = 1", Verdict.Holds)]
    [InlineData("sum(absent.note) = 0", Verdict.Missing)]
    [InlineData("count(total) = 0", Verdict.Missing)]
    [InlineData("total / zero = 1", Verdict.Uncomputable)]
    [InlineData("huge * huge > 1", Verdict.Uncomputable)]
    [InlineData("huge + huge = huge", Verdict.Uncomputable)]
    [InlineData("sum(many.amount) = total", Verdict.Uncomputable)]
    public void A_comparison_holds_or_not_or_does_not_apply_or_cannot_be_worked_out(string text, Verdict expected)
    {
        var reading = CampaignExpression.Parse(text);

        Assert.Null(reading.Fault);
        Assert.Equal(expected, reading.Expression!.Judge(Fields));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("total", 5)]
    [InlineData("1 = ", 4)]
    [InlineData("1 + = 2", 4)]
    [InlineData("1 = 2 = 3", 6)]
    [InlineData("(1 = 2", 3)]
    [InlineData("1 = (2", 6)]
    [InlineData("1 = 2)", 5)]
    [InlineData("max(lines.amount) = 1", 0)]
    [InlineData("sum(lines) = 1", 0)]
    [InlineData("count(lines.amount) = 1", 0)]
    [InlineData("1 == 1", 2)]
    [InlineData("1=1", 0)]
    [InlineData("ก = 1", 0)]
    [InlineData("1 = 1,000", 4)]
    [InlineData("-1 = 1", 0)]
    public void A_mistake_is_reported_with_its_position(string text, int position)
    {
        var reading = CampaignExpression.Parse(text);

        Assert.Null(reading.Expression);
        Assert.Equal(position, reading.Fault!.Position);
    }

    [Fact]
    public void Length_and_depth_are_bounded()
    {
        var deep = CampaignExpression.MaxDepth;
        Assert.Null(CampaignExpression.Parse(Nested(deep)).Fault);
        Assert.NotNull(CampaignExpression.Parse(Nested(deep + 1)).Fault);

        var longest = "1 = 1".PadRight(CampaignExpression.MaxLength);
        Assert.Null(CampaignExpression.Parse(longest).Fault);
        Assert.NotNull(CampaignExpression.Parse(longest + " ").Fault);
    }

    [Fact]
    public void Names_and_calls_are_known_before_evaluation()
    {
        var expression = CampaignExpression.Parse("sum(lines.amount) + count(lines) <= total * 2").Expression!;

        Assert.Equal(["total"], expression.Names);
        Assert.Equal([new("sum", "lines", "amount"), new("count", "lines", null)], expression.Calls);
    }

    private static string Nested(int depth) => new string('(', depth) + "1" + new string(')', depth) + " = 1";
}
