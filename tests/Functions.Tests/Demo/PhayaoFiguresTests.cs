namespace CddFunctions.Tests.Demo;

public sealed class PhayaoFiguresTests(DemoRun demo)
{
    private const string Campaign = "phayao-2564";
    private const string Obligations = "งานที่ต้องส่ง";

    /// <summary>Worked out from the story: ten tambons, twenty villages, nine districts, one province.</summary>
    private static readonly Dictionary<string, Figures> ByHand = new(StringComparer.Ordinal)
    {
        // accepted, submitted, returned, overdue, open; on time, late, missing
        ["t-kickoff"] = new(0, 1, 0, 0, 0, 0, 0, 0),
        ["t-all-points"] = new(0, 10, 0, 0, 0, 10, 0, 0),
        ["t-roster-district"] = new(10, 0, 0, 0, 0, 9, 1, 0),
        ["t-roster-province"] = new(0, 1, 0, 0, 0, 1, 0, 0),
        ["t-database"] = new(0, 1, 0, 0, 0, 0, 0, 0),
        ["t-proposal"] = new(20, 0, 0, 0, 0, 19, 1, 0),
        ["t-proposal-collect"] = new(0, 1, 0, 0, 0, 1, 0, 0),
        ["t-publicise"] = new(0, 9, 0, 0, 0, 0, 0, 0),
        ["t-lessons"] = new(8, 1, 0, 1, 0, 9, 0, 1),
        ["t-select-province"] = new(0, 0, 0, 0, 1, 0, 0, 1),
        ["t-attend"] = new(0, 0, 0, 0, 1, 0, 0, 1),
        ["t-model-lessons"] = new(0, 0, 0, 0, 1, 0, 0, 1),
    };

    [Fact]
    public async Task Every_figure_is_the_one_worked_out_by_hand() =>
        Figures.AssertEqual(ByHand, await demo.SheetAsync(Campaign, Obligations));

    [Fact]
    public async Task The_printed_summary_says_the_same()
    {
        var summary = await demo.SummaryAsync(Campaign);

        Figures.AssertEqual(ByHand, await demo.SheetAsync(Campaign, Obligations), summary);
        Assert.Equal(ByHand.Count + 1, summary.Count);
        Assert.Equal([66.0, 62.0, 38.0, 0.0, 49.0, 2.0, 1.0, "62 / 66"], summary["รวม"][2..10]);
    }

    [Fact]
    public async Task The_workbook_holds_150_leaders_fifteen_in_each_tambon_and_nobody_twice()
    {
        var leaders = (await demo.SheetAsync(Campaign, "บัญชีรายชื่อ")).Rows;

        Assert.Equal(150, leaders.Count);
        Assert.Equal(150, leaders.Select(l => ($"{l["given"]}", $"{l["family"]}")).Distinct().Count());
        Assert.All(leaders.GroupBy(l => (string)l["unit"]!, StringComparer.Ordinal), t => Assert.Equal(15, t.Count()));
        Assert.Equal(10, leaders.Select(l => (string)l["unit"]!).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task In_each_tambon_one_leader_is_new_and_one_is_corrected()
    {
        var byStatus = (await demo.SheetAsync(Campaign, "บัญชีรายชื่อ"))
            .Rows.CountBy(l => (string)l["status"]!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["unchanged"] = 130,
                ["added"] = 10,
                ["corrected"] = 10,
            },
            byStatus
        );
    }

    [Fact]
    public async Task Who_left_is_in_the_changes_beside_who_came_and_who_was_corrected()
    {
        var changes = (await demo.SheetAsync(Campaign, "การเปลี่ยนบัญชีรายชื่อ")).Rows;
        var current = (await demo.SheetAsync(Campaign, "บัญชีรายชื่อ"))
            .Rows.Select(l => $"{l["given"]} {l["family"]}")
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(
            [("added", 10), ("corrected", 10), ("removed", 10)],
            changes
                .CountBy(c => (string)c["kind"]!, StringComparer.Ordinal)
                .OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => (c.Key, c.Value))
        );
        Assert.All(changes, c => Assert.Equal(c["kind"] is not "removed", current.Contains((string)c["name"]!)));
        Assert.All(changes, c => Assert.Equal(c["kind"] is "corrected", c["columns"] is not null));
    }

    [Fact]
    public async Task What_was_collected_incomplete_names_what_was_missing()
    {
        var rows = (await demo.SheetAsync(Campaign, Obligations)).Rows.Where(r => r["missing"] is not null).ToList();

        Assert.Equal(["t-proposal-collect บ้านตัวอย่าง ๒๐ (56090102)"], rows.Select(r => $"{r["task"]} {r["missing"]}"));
    }

    [Fact]
    public async Task Only_the_tambon_that_sent_nothing_is_overdue()
    {
        var overdue = (await demo.SheetAsync(Campaign, Obligations)).Rows.Where(r => r["state"] is "overdue");

        Assert.Equal([("t-lessons", "560501")], overdue.Select(r => ((string)r["task"]!, (string)r["unit"]!)));
    }

    [Fact]
    public async Task The_measured_files_are_the_ones_that_were_sent()
    {
        var lessons = (await demo.SheetAsync(Campaign, "การส่งงาน")).Rows.Where(r => r["task"] is "t-lessons").ToList();

        Assert.Equal([10, 4, 8, 10, 6, 7, 9, 5, 8], lessons.OrderBy(l => l["unit"]).Select(l => (int)(double)l["pages"]!));
        Assert.Equal(
            [300, 145, 215, 240, 180, 270, 299, 200, 90],
            lessons.OrderBy(l => l["unit"]).Select(l => (int)(double)l["videoSeconds"]!)
        );
    }

    [Fact]
    public async Task A_task_that_is_handed_in_many_times_shows_no_single_receipt()
    {
        var readings = (await demo.SheetAsync(Campaign, Obligations)).Rows.Where(r => r["task"] is "t-publicise").ToList();

        Assert.Equal(9, readings.Count);
        Assert.All(readings, r => Assert.Equal((null, null), (r["receipt"], r["revision"])));
        Assert.Equal([2, 2, 2, 1, 1, 1, 1, 1, 1], readings.OrderBy(r => r["unit"]).Select(r => (int)(double)r["handIns"]!));
    }
}
