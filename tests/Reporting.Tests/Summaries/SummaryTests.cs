using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Summaries;

namespace CddFunctions.Reporting.Tests.Summaries;

public sealed class SummaryTests
{
    [Fact]
    public void Tasks_are_summed_up_in_the_order_they_come_and_together()
    {
        var summary = Of(Row("t-b"), Row("t-a") with { State = ObligationState.Open }, Row("t-b"));

        Assert.Equal([("t-b", 2, 2), ("t-a", 1, 0)], summary.Tasks.Select(t => (t.Title, t.Tally.Owed, t.Tally.HandedIn)));
        Assert.Equal((3, 2), (summary.Total.Owed, summary.Total.HandedIn));
    }

    [Fact]
    public void A_group_counts_each_unit_once_and_waits_for_no_task_that_another_replaces()
    {
        // Of three units one chose the plot, one has done both, one nothing.
        var summary = Of(
            Chosen("t-plot", done: true, met: true),
            Chosen("t-plot", done: true, met: true),
            Chosen("t-plot", done: false, met: false),
            Chosen("t-event", done: false, met: true),
            Chosen("t-event", done: true, met: true),
            Chosen("t-event", done: false, met: false)
        );

        var group = Assert.Single(summary.Choices);
        Assert.Equal(["t-plot", "t-event"], group.TaskTitles);
        Assert.Equal((3, 2), (group.Units, group.Met));
        Assert.Equal([(3, 2), (2, 1)], summary.Tasks.Select(t => (t.Tally.Owed, t.Tally.HandedIn)));
    }

    [Fact]
    public void Groups_are_kept_apart_and_tasks_without_one_make_none() =>
        Assert.Equal(
            [1, 2],
            Of(
                Row("t-a"),
                Chosen("t-b", true, true),
                Chosen("t-c", false, false) with
                {
                    ChoiceGroup = "other",
                },
                Chosen("t-c", false, false) with
                {
                    ChoiceGroup = "other",
                }
            )
                .Choices.Select(c => c.Units)
        );

    [Fact]
    public async Task Rows_pass_unchanged()
    {
        ObligationRow[] rows = [Row("t-a"), Row("t-b")];
        var summary = new Summary();

        Assert.Equal(rows, await summary.WatchAsync(rows.ToAsyncEnumerable()).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, summary.Total.Units);
    }

    [Fact]
    public void Nothing_owed_is_a_total_of_nothing() => Assert.Equal(default, Of().Total);

    private static Summary Of(params ObligationRow[] rows)
    {
        var summary = new Summary();
        foreach (var row in rows)
            summary.Add(row);

        return summary;
    }

    private static ObligationRow Row(string task) => Sample.Obligation(title: task) with { Task = task };

    private static ObligationRow Chosen(string task, bool done, bool met) =>
        Row(task) with
        {
            State = done ? ObligationState.Accepted : ObligationState.Open,
            ChoiceGroup = "group",
            ChoiceMet = met,
        };
}
