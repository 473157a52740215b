using CddFunctions.Campaigns;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.Ledger;

/// <summary>"One of these" in the ledger: t-a and t-b of the made-up programme, at least and at most one.</summary>
public sealed class ChoiceRulesTests
{
    private static readonly LaunchedCampaign Campaign = MadeUpCampaign.Launched();

    [Theory]
    [InlineData(ObligationState.Accepted, ObligationState.Overdue, true, ObligationState.Open)]
    [InlineData(ObligationState.Accepted, ObligationState.Open, true, ObligationState.Open)]
    [InlineData(ObligationState.Accepted, ObligationState.Returned, true, ObligationState.Returned)]
    [InlineData(ObligationState.Submitted, ObligationState.Overdue, false, ObligationState.Overdue)]
    [InlineData(ObligationState.Returned, ObligationState.Overdue, false, ObligationState.Overdue)]
    [InlineData(ObligationState.Overdue, ObligationState.Overdue, false, ObligationState.Overdue)]
    public void A_choice_that_is_met_by_one_task_leaves_nothing_overdue(
        ObligationState a,
        ObligationState b,
        bool met,
        ObligationState shown
    )
    {
        Obligation[] rows =
        [
            Row("t-a", "2101", a),
            Row("t-b", "2101", b),
            Row("t-b", "2102", ObligationState.Overdue),
            Row("t-plan", "2101", ObligationState.Overdue),
        ];

        LedgerRules.MarkChoices(Campaign, rows);

        Assert.Equal((met, met, false, null), (rows[0].ChoiceMet, rows[1].ChoiceMet, rows[2].ChoiceMet, rows[3].ChoiceMet));
        Assert.Equal([a, shown, ObligationState.Overdue, ObligationState.Overdue], rows.Select(r => r.State));
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(0, 0, false)]
    public void A_choice_is_met_by_as_many_accepted_tasks_as_it_needs(int min, int accepted, bool met)
    {
        var group = Campaign.Definition.ChoiceGroups[0] with { Min = min, Max = 2 };
        var campaign = new LaunchedCampaign(Campaign.Definition with { ChoiceGroups = [group] }, 1, "sha");
        Obligation[] rows = [Row("t-a", "2101", At(accepted > 0)), Row("t-b", "2101", At(accepted > 1))];

        LedgerRules.MarkChoices(campaign, rows);

        Assert.All(rows, r => Assert.Equal(met, r.ChoiceMet));
    }

    [Theory]
    [InlineData("t-b", "2101", ObligationState.Submitted, null, 1)]
    [InlineData("t-b", "2101", ObligationState.Accepted, null, 1)]
    [InlineData("t-b", "2101", ObligationState.Returned, null, 0)]
    [InlineData("t-b", "2101", ObligationState.Open, null, 0)]
    [InlineData("t-b", "2101", ObligationState.Overdue, null, 0)]
    [InlineData("t-b", "2102", ObligationState.Submitted, null, 0)]
    [InlineData("t-a", "2101", ObligationState.Submitted, null, 0)]
    [InlineData("t-plan", "2101", ObligationState.Submitted, null, 0)]
    [InlineData("t-b", "2101", ObligationState.Returned, "t-b", 1)]
    [InlineData("t-b", "2101", ObligationState.Submitted, "t-b", 1)]
    [InlineData("t-b", "2101", ObligationState.Open, "t-a", 0)]
    public void Other_tasks_of_the_unit_that_are_in_or_coming_are_started(
        string task,
        string unit,
        ObligationState state,
        string? coming,
        int started
    )
    {
        var own = Campaign.FindTask("t-a")!;
        var target = new Target(Campaign, own, Campaign.Definition.Units.First(u => u.Code == "2101"), PlainReport.Form);

        Assert.Equal(
            started,
            LedgerRules.TasksStarted(Campaign.ChoiceOf(own)!, target, [Row(task, unit, state)], coming is null ? [] : [coming])
        );
    }

    private static ObligationState At(bool accepted) => accepted ? ObligationState.Accepted : ObligationState.Submitted;

    private static Obligation Row(string task, string unit, ObligationState state) => new(task, unit, "ก", null, state);
}
