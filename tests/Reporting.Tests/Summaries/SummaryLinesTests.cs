using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Summaries;

namespace CddFunctions.Reporting.Tests.Summaries;

public sealed class SummaryLinesTests
{
    private static readonly DateTimeOffset EndOfDay = new(2024, 5, 15, 16, 59, 59, TimeSpan.Zero);

    public static TheoryData<DateTimeOffset?, DueBasis, string> Dues { get; } =
        new()
        {
            { EndOfDay, DueBasis.Stated, "15 พ.ค. 2567" },
            { EndOfDay.AddSeconds(1), DueBasis.Stated, "16 พ.ค. 2567 00.00 น." },
            { EndOfDay.AddSeconds(-60), DueBasis.Stated, "15 พ.ค. 2567 23.58 น." },
            { new(2024, 2, 8, 9, 30, 0, TimeSpan.Zero), DueBasis.Inferred, "8 ก.พ. 2567 16.30 น. (อนุมาน)" },
            { EndOfDay, DueBasis.Assumed, "15 พ.ค. 2567 (สมมติ)" },
            { EndOfDay, DueBasis.Platform, "15 พ.ค. 2567 (ของระบบ)" },
            { null, DueBasis.Assumed, "ไม่มีกำหนด" },
        };

    [Theory]
    [MemberData(nameof(Dues))]
    public void A_due_date_says_what_it_rests_on(DateTimeOffset? due, DueBasis basis, string shown) =>
        Assert.Equal(shown, SummaryLines.DueText(due, basis));

    [Theory]
    [InlineData(0, 0, "0 / 0", null)]
    [InlineData(0, 8, "0 / 8", "0")]
    [InlineData(7, 8, "7 / 8", "87.5")]
    [InlineData(1, 3, "1 / 3", "33.333333333333333333333333333")]
    [InlineData(2000, 2000, "2,000 / 2,000", "100")]
    public void A_share_is_said_in_numbers_and_percent(int part, int whole, string shown, string? percent)
    {
        var line = SummaryLines.Total(new Tally { HandedIn = part, Owed = whole });

        Assert.Equal(shown, line[^2].Text);
        Assert.Equal(
            percent ?? "–",
            line[^1].Type is CellType.Text ? line[^1].Text : line[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void Every_line_fills_the_columns_in_their_order()
    {
        var tally = new Tally(Units: 99, Owed: 1, HandedIn: 2, Accepted: 3, Returned: 4, OnTime: 5, Late: 6, Overdue: 7, ChoiceMet: 99);
        var task = SummaryLines.Of(new TaskSummary("งาน", EndOfDay, DueBasis.Stated, null, tally));
        var choice = SummaryLines.Of(new ChoiceSummary(["ก", "ข"], 8, 7));

        Assert.Equal([1m, 2, 3, 4, 5, 6, 7], task[2..9].Select(c => c.Number));
        Assert.Equal(
            ("ครบตามทางเลือก (หน่วย): ก หรือ ข", 8m, "7 / 8", 87.5m),
            (choice[0].Text, choice[2].Number, choice[9].Text, choice[10].Number)
        );
        Assert.All([task, choice, SummaryLines.Total(tally)], l => Assert.Equal(SummaryLines.Columns.Count, l.Length));
    }

    [Fact]
    public void A_task_without_a_date_is_neither_on_time_nor_late()
    {
        var line = SummaryLines.Of(new TaskSummary("งาน", null, DueBasis.Stated, null, new Tally { Owed = 1, HandedIn = 1 }));

        Assert.Equal("ไม่มีกำหนด", line[1].Text);
        Assert.All(line[6..9], c => Assert.Equal("–", c.Text));
        Assert.Equal((1m, 1m), (line[2].Number, line[3].Number));
    }
}
