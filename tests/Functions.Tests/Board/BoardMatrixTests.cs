using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Board;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Tests.Http;
using Microsoft.AspNetCore.WebUtilities;
using WorkState = CddFunctions.Reporting.Datasets.WorkState;

namespace CddFunctions.Tests.Board;

public sealed class BoardMatrixTests
{
    private static readonly LaunchedCampaign Campaign = Launch(BoardSite.Reviewed);
    private static readonly DateTimeOffset At = MadeUpCampaign.Start;

    [Fact]
    public void Each_level_is_a_matrix_of_its_own_tasks_and_the_one_with_the_most_overdue_comes_first()
    {
        var view = BoardMatrix.Of(
            Campaign,
            [
                Row("t-opinion", "21", ObligationState.Open),
                Row("t-plan", "2101", ObligationState.Open),
                Row("t-tambon", "210101", ObligationState.Overdue),
                Row("t-noon", "2102", ObligationState.Open),
            ],
            new()
        );

        Assert.Equal(["tambon", "province", "district"], view.Groups.Select(g => g.Level));
        Assert.Equal(["t-plan", "t-noon"], view.Groups[2].Columns.Select(c => c.Task.Id));
        Assert.Equal([WorkState.Open, null], view.Groups[2].Rows[0].Cells.Select(c => c?.State));
        Assert.Equal([null, WorkState.Open], view.Groups[2].Rows[1].Cells.Select(c => c?.State));
    }

    [Fact]
    public void Units_are_sorted_by_what_is_overdue_then_returned_then_waiting_then_by_code()
    {
        var view = BoardMatrix.Of(
            Campaign,
            [
                Row("t-plan", "2105", ObligationState.Open),
                Row("t-plan", "2104", ObligationState.Open),
                Row("t-plan", "2103", ObligationState.Submitted),
                Row("t-plan", "2102", ObligationState.Returned),
                Row("t-plan", "2106", ObligationState.Accepted),
                Row("t-plan", "2101", ObligationState.Overdue),
            ],
            new()
        );

        Assert.Equal(["2101", "2102", "2103", "2104", "2105", "2106"], Assert.Single(view.Groups).Rows.Select(r => r.Unit));
    }

    [Theory]
    [InlineData("t-plan", ObligationState.Open, false, WorkState.Open)]
    [InlineData("t-plan", ObligationState.Overdue, false, WorkState.Overdue)]
    [InlineData("t-plan", ObligationState.Returned, false, WorkState.Returned)]
    [InlineData("t-plan", ObligationState.Submitted, false, WorkState.Waiting)]
    [InlineData("t-plan", ObligationState.Accepted, false, WorkState.Accepted)]
    [InlineData("t-free", ObligationState.Submitted, false, WorkState.HandedIn)]
    [InlineData("t-a", ObligationState.Open, true, WorkState.NotNeeded)]
    public void A_state_says_who_has_to_act(string task, ObligationState state, bool choiceMet, WorkState expected) =>
        Assert.Equal(expected, LedgerFigures.StateOf(Row(task, "2101", state) with { ChoiceMet = choiceMet }, Campaign.FindTask(task)!));

    [Fact]
    public void A_choice_that_is_met_by_this_very_task_is_not_called_unneeded()
    {
        var accepted = Row("t-a", "2101", ObligationState.Accepted) with { ChoiceMet = true };

        Assert.Equal(WorkState.Accepted, LedgerFigures.StateOf(accepted, Campaign.FindTask("t-a")!));
    }

    [Theory]
    [InlineData("", "21 2101 2102 210101 210201", 5)]
    [InlineData("?district=2101", "2101 210101", 2)]
    [InlineData("?task=t-plan", "2101 2102", 2)]
    [InlineData("?district=2102&task=t-plan", "2102", 1)]
    [InlineData("?state=overdue", "2101 210201", 5)]
    [InlineData("?state=overdue&district=2101", "2101", 2)]
    [InlineData("?state=not-needed", "", 5)]
    [InlineData("?state=waiting", "", 5)]
    [InlineData("?timing=on-time", "21", 1)]
    [InlineData("?timing=late", "2102", 1)]
    [InlineData("?timing=late&state=overdue", "", 1)]
    public void Filters_leave_the_units_that_match_and_count_what_district_and_task_leave(string query, string units, int counted)
    {
        var rows = new[]
        {
            Row("t-opinion", "21", ObligationState.Submitted) with
            {
                OnTime = true,
            },
            Row("t-plan", "2101", ObligationState.Overdue),
            Row("t-plan", "2102", ObligationState.Returned) with
            {
                OnTime = false,
            },
            Row("t-tambon", "210101", ObligationState.Open),
            Row("t-tambon", "210201", ObligationState.Overdue),
        };

        var view = BoardMatrix.Of(Campaign, rows, Filter(query));

        Assert.Equal(
            units,
            string.Join(
                ' ',
                view.Groups.SelectMany(g => g.Rows).Select(r => r.Unit).OrderBy(u => u.Length).ThenBy(u => u, StringComparer.Ordinal)
            )
        );
        Assert.Equal(counted, view.HandedIn.Whole);
        Assert.Equal(counted, view.States.Values.Sum());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("?district=2101&task=t-plan&state=waiting&page=3", "?district=2101&task=t-plan&state=waiting&page=3")]
    [InlineData("?page=1", "")]
    [InlineData("?state=handed-in&timing=late", "?state=handed-in&timing=late")]
    [InlineData("?district=&task=&lang=en&done=accept.t-plan.2101", "")]
    public void A_filter_says_in_its_address_what_it_understood(string given, string kept) => Assert.Equal(kept, Filter(given).Query());

    [Theory]
    [InlineData("?district=21", "district")]
    [InlineData("?district=9999&task=nothing&state=lost&timing=never&page=x", "district, task, state, timing, page")]
    [InlineData("?page=0", "page")]
    [InlineData("?page=99999999999", "page")]
    [InlineData("?state=overdue&state=open", "state")]
    public void A_filter_refuses_values_that_it_does_not_know_and_names_them(string query, string names)
    {
        Assert.True(Read(query).IsRefused(out var problem, out _));
        Assert.Equal((400, "filter-unknown"), (problem.Status, problem.Code));
        Assert.Contains($": {names} ", problem.Detail.Th, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_cells_that_match_are_shown()
    {
        var view = BoardMatrix.Of(
            Campaign,
            [
                Row("t-plan", "2101", ObligationState.Overdue),
                Row("t-noon", "2101", ObligationState.Open),
                Row("t-free", "2101", ObligationState.Open),
                Row("t-noon", "2102", ObligationState.Overdue),
            ],
            new(State: WorkState.Overdue)
        );

        Assert.Equal(["t-plan", "t-noon"], view.Groups[0].Columns.Select(c => c.Task.Id));
        Assert.Equal([WorkState.Overdue, null], view.Groups[0].Rows[0].Cells.Select(c => c?.State));
        Assert.Equal([null, WorkState.Overdue], view.Groups[0].Rows[1].Cells.Select(c => c?.State));
    }

    [Fact]
    public void Pages_hold_a_hundred_units_of_one_task_and_never_lose_or_repeat_one()
    {
        var rows = Enumerable
            .Range(0, 250)
            .Select(i => Row("t-plan", $"{2000 + i}", ObligationState.Open))
            .Append(Row("t-opinion", "21", ObligationState.Overdue))
            .ToList();

        var pages = Enumerable.Range(1, 3).Select(p => BoardMatrix.Of(Campaign, rows, new(Page: p))).ToList();
        var beyond = BoardMatrix.Of(Campaign, rows, new(Page: 4));

        Assert.Equal([100, 100, 51], pages.Select(p => p.Groups.Sum(g => g.Rows.Count)));
        Assert.Equal(["province", "district"], pages[0].Groups.Select(g => g.Level));
        Assert.Equal(251, pages.SelectMany(p => p.Groups).SelectMany(g => g.Rows).Select(r => r.Unit).Distinct().Count());
        Assert.All(pages, p => Assert.Equal((251, 3), (p.Units, p.Pages)));
        Assert.Equal(3, beyond.Page);
        Assert.Equal(250, pages[2].Groups[0].Units);
    }

    [Fact]
    public void More_tasks_make_fewer_rows_to_a_page()
    {
        var tasks = Campaign.ManagedTasks.Where(t => t.Per == "districts").Select(t => t.Id).ToList();
        var rows = Enumerable.Range(0, 200).SelectMany(i => tasks.Select(t => Row(t, $"{2000 + i}", ObligationState.Open))).ToList();

        Assert.Equal(440 / tasks.Count, BoardMatrix.Of(Campaign, rows, new()).Groups[0].Rows.Count);
    }

    [Fact]
    public void Shares_count_units_handed_in_of_all_that_owe()
    {
        var view = BoardMatrix.Of(
            Campaign,
            [
                Row("t-plan", "2101", ObligationState.Submitted),
                Row("t-plan", "2102", ObligationState.Open),
                Row("t-plan", "2103", ObligationState.Overdue),
                Row("t-noon", "2101", ObligationState.Returned),
            ],
            new()
        );

        Assert.Equal(new Share(2, 4), view.HandedIn);
        Assert.Equal([new Share(1, 3), new Share(1, 1)], view.Groups[0].Columns.Select(c => c.HandedIn));
        Assert.Equal(new Share(2, 2), view.Groups[0].Rows.Single(r => r.Unit == "2101").HandedIn);
    }

    [Theory]
    [InlineData(0, 0, "0 / 0")]
    [InlineData(0, 8, "0 / 8 (0%)")]
    [InlineData(999, 1000, "999 / 1,000 (99%)")]
    [InlineData(1000, 1000, "1,000 / 1,000 (100%)")]
    [InlineData(1, 3, "1 / 3 (33%)")]
    [InlineData(2, 3, "2 / 3 (67%)")]
    [InlineData(1, 8, "1 / 8 (13%)")]
    [InlineData(1, 1000, "1 / 1,000 (1%)")]
    public void A_percentage_stands_beside_its_numbers(int part, int whole, string words) =>
        Assert.Equal(words, new Share(part, whole).ToString());

    [Fact]
    public void Districts_to_choose_from_are_those_that_units_are_in()
    {
        var rows = new[]
        {
            Row("t-opinion", "21", ObligationState.Open),
            Row("t-tambon", "210201", ObligationState.Open),
            Row("t-plan", "2101", ObligationState.Open),
            Row("t-tambon", "210101", ObligationState.Open),
        };

        Assert.Equal(["2101", "2102"], BoardDistricts.Of(rows));
    }

    private static Outcome<BoardFilter> Read(string query) =>
        BoardFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Campaign, ["2101", "2102"]);

    private static BoardFilter Filter(string query)
    {
        Assert.False(Read(query).IsRefused(out _, out var filter));
        return filter;
    }

    private static Obligation Row(string task, string unit, ObligationState state) =>
        new(task, unit, unit, null, state, SubmittedAt: state is ObligationState.Open or ObligationState.Overdue ? null : At);

    private static LaunchedCampaign Launch(Action<JsonObject> change)
    {
        var json = MadeUpCampaign.Json();
        change(json);
        return new(CampaignFile.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())).Campaign!, 1, "sha");
    }
}
