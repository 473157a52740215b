using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;

namespace CddFunctions.Tests.Submissions.Ledger.Pages;

public sealed class UrgencyTests
{
    private static readonly DateTimeOffset Monday = new(2024, 2, 19, 16, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData(ObligationState.Open, null, true)]
    [InlineData(ObligationState.Open, false, true)]
    [InlineData(ObligationState.Open, true, false)]
    [InlineData(ObligationState.Overdue, null, true)]
    [InlineData(ObligationState.Returned, true, true)]
    [InlineData(ObligationState.Submitted, null, false)]
    [InlineData(ObligationState.Accepted, null, false)]
    public void What_is_handed_in_or_chosen_otherwise_is_not_owed(ObligationState state, bool? choiceMet, bool owed) =>
        Assert.Equal(owed, Urgency.IsOwed(Row("t", state) with { ChoiceMet = choiceMet }));

    [Fact]
    public void The_most_urgent_comes_first_and_tasks_without_a_date_last()
    {
        var rows = new[]
        {
            Row("accepted", ObligationState.Accepted, Monday),
            Row("waiting", ObligationState.Submitted, Monday),
            Row("some-day", ObligationState.Open),
            Row("tuesday", ObligationState.Open, Monday.AddDays(1)),
            Row("monday", ObligationState.Open, Monday),
            Row("extended", ObligationState.Open, Monday.AddDays(-9)) with
            {
                ExtendedTo = Monday.AddDays(2),
            },
            Row("returned", ObligationState.Returned),
            Row("overdue", ObligationState.Overdue, Monday.AddDays(-1)),
        };

        Assert.Equal(
            ["overdue", "returned", "monday", "tuesday", "extended", "some-day", "waiting", "accepted"],
            Urgency.Sort(rows).Select(r => r.Task)
        );
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(0, null, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(null, 1, 1)]
    public void An_extension_counts_when_it_is_later(int? due, int? extended, int? expected)
    {
        var row = Row("t", ObligationState.Open, Day(due)) with { ExtendedTo = Day(extended) };

        Assert.Equal(Day(expected), Urgency.DueAt(row));
    }

    private static DateTimeOffset? Day(int? days) => days is { } n ? Monday.AddDays(n) : null;

    private static Obligation Row(string task, ObligationState state, DateTimeOffset? dueAt = null) =>
        new(task, "2101", "เมืองระยอง", dueAt, state);
}
