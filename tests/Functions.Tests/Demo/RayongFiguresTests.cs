namespace CddFunctions.Tests.Demo;

public sealed class RayongFiguresTests(DemoRun demo)
{
    private const string Campaign = "rayong-2567";
    private const string Obligations = "งานที่ต้องส่ง";

    /// <summary>Worked out from the story: eight districts, of which Khao Chamao hands in nothing.</summary>
    private static readonly Dictionary<string, Figures> ByHand = new(StringComparer.Ordinal)
    {
        // accepted, submitted, returned, overdue, open; on time, late, missing
        ["t-study"] = new(0, 7, 0, 0, 1, 0, 0, 1),
        ["t-assign"] = new(0, 7, 0, 1, 0, 7, 0, 1),
        ["t-plan"] = new(7, 0, 0, 1, 0, 6, 1, 1),
        ["t-select-area"] = new(5, 0, 0, 0, 3, 0, 0, 3),
        ["t-innovation-activity"] = new(3, 0, 0, 0, 5, 0, 0, 5),
        ["t-partners"] = new(5, 1, 1, 0, 1, 0, 0, 1),
        ["t-drive"] = new(7, 0, 0, 0, 1, 0, 0, 1),
        ["t-book"] = new(7, 0, 0, 1, 0, 6, 1, 1),
        ["t-p-monitor"] = new(0, 7, 0, 0, 1, 0, 0, 1),
        ["t-roster"] = new(0, 1, 0, 0, 0, 1, 0, 0),
        ["t-p-meeting"] = new(0, 1, 0, 0, 0, 1, 0, 0),
        ["t-p-opinions"] = new(0, 1, 0, 0, 0, 0, 0, 0),
        ["t-p-analyse"] = new(0, 1, 0, 0, 0, 0, 0, 0),
        ["t-p-project"] = new(0, 1, 0, 0, 0, 0, 0, 0),
        ["t-p-committee"] = new(0, 1, 0, 0, 0, 0, 0, 0),
        ["t-p-learn"] = new(1, 0, 0, 0, 0, 0, 0, 0),
        ["t-p-join"] = new(1, 0, 0, 0, 0, 0, 0, 0),
        ["t-p-share"] = new(1, 0, 0, 0, 0, 0, 0, 0),
        ["t-p-distil"] = new(0, 1, 0, 0, 0, 0, 0, 0),
        ["t-p-best"] = new(0, 1, 0, 0, 0, 0, 0, 0),
        ["t-p-report"] = new(0, 0, 0, 0, 1, 0, 0, 1),
        ["t-announce-models"] = new(0, 0, 0, 0, 1, 0, 0, 1),
        ["t-announce-unit"] = new(0, 0, 0, 0, 1, 0, 0, 1),
    };

    [Fact]
    public async Task Every_figure_is_the_one_worked_out_by_hand() =>
        Figures.AssertEqual(ByHand, await demo.SheetAsync(Campaign, Obligations));

    /// <summary>Two districts chose the activity only, four the plot only, one did both; Khao Chamao neither.</summary>
    [Fact]
    public async Task The_printed_summary_says_the_same_and_waits_for_one_of_two_choices()
    {
        var summary = await demo.SummaryAsync(Campaign);
        var obligations = await demo.SheetAsync(Campaign, Obligations);

        Figures.AssertEqual(
            ByHand,
            obligations,
            summary,
            new Dictionary<string, int>(StringComparer.Ordinal) { ["t-select-area"] = 2, ["t-innovation-activity"] = 4 }
        );
        Assert.Equal(ByHand.Count + 2, summary.Count);
        Assert.Equal([80.0, 68.0, 37.0, 1.0, 21.0, 2.0, 3.0, "68 / 80", 85.0], summary["รวม"][2..]);
        Assert.Equal(["7 / 8", 87.5], summary.Single(l => l.Key.Contains("ทางเลือก", StringComparison.Ordinal)).Value[9..]);
        Assert.Equal("22 ก.พ. 2567 (อนุมาน)", summary["มอบหมายเจ้าหน้าที่ผู้รับผิดชอบ"][1]);
    }

    [Theory]
    [InlineData("t-study")]
    [InlineData("t-assign")]
    [InlineData("t-plan")]
    [InlineData("t-select-area")]
    [InlineData("t-innovation-activity")]
    [InlineData("t-partners")]
    [InlineData("t-drive")]
    [InlineData("t-book")]
    [InlineData("t-p-monitor")]
    public async Task A_task_of_the_districts_has_eight_rows(string task)
    {
        var rows = (await demo.SheetAsync(Campaign, Obligations)).Rows.Where(r => r["task"] is string t && t == task).ToList();

        Assert.Equal(
            ["2101", "2102", "2103", "2104", "2105", "2106", "2107", "2108"],
            rows.Select(r => (string)r["unit"]!).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_returned_plan_keeps_its_punctuality_and_an_extension_its_new_day()
    {
        var rows = (await demo.SheetAsync(Campaign, Obligations)).Rows;
        var mended = Row("t-plan", "2104");
        var late = Row("t-plan", "2105");
        var extended = Row("t-book", "2106");

        Assert.Equal((true, 2.0), ((bool)mended["onTime"]!, (double)mended["revision"]!));
        Assert.Equal((false, 1.0), ((bool)late["onTime"]!, (double)late["daysLate"]!));
        Assert.Equal((true, new DateTime(2024, 5, 22, 23, 59, 59)), ((bool)extended["onTime"]!, (DateTime)extended["extendedTo"]!));

        IReadOnlyDictionary<string, object?> Row(string task, string unit) =>
            rows.Single(r => r["task"] is string t && t == task && r["unit"] is string u && u == unit);
    }

    [Fact]
    public async Task What_was_collected_incomplete_names_what_was_missing()
    {
        var rows = (await demo.SheetAsync(Campaign, Obligations)).Rows.Where(r => r["missing"] is not null);

        Assert.Equal(["t-p-distil เขาชะเมา (2107)"], rows.Select(r => $"{r["task"]} {r["missing"]}"));
    }

    [Fact]
    public async Task The_choice_is_met_by_the_plot_the_activity_or_both_in_seven_districts()
    {
        var rows = (await demo.SheetAsync(Campaign, Obligations)).Rows.Where(r => r["choiceMet"] is true);

        Assert.Equal(
            ["2101", "2102", "2103", "2104", "2105", "2106", "2108"],
            rows.Select(r => (string)r["unit"]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_staff_register_holds_sixty_people_and_opinions_no_sender()
    {
        var staff = await demo.SheetAsync(Campaign, "บัญชีรายชื่อ");
        var opinions = (await demo.SheetAsync(Campaign, "การส่งงาน")).Rows.Where(r => r["task"] is "t-p-opinions").ToList();

        Assert.Equal(60, staff.Rows.Select(r => ($"{r["given"]}", $"{r["family"]}")).Distinct().Count());
        Assert.Equal(12, opinions.Count);
        Assert.All(opinions, o => Assert.Equal(TimeSpan.Zero, ((DateTime)o["submittedAt"]!).TimeOfDay));
    }
}
