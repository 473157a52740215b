using System.Globalization;
using CddFunctions.Exports;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Tests.Exports;

public sealed class SnapshotTurnsTests
{
    private const string Due = "2024-05-20T16:59:59Z";
    private const string Extended = "2024-05-25T16:59:59Z";

    [Theory]
    [InlineData("2024-05-10T02:00:00Z", null, null, null, null)]
    [InlineData("2024-05-10T02:00:00Z", Due, null, null, "2024-05-20T17:00:00Z")]
    [InlineData("2024-05-20T16:59:59.999Z", Due, null, null, "2024-05-20T17:00:00Z")]
    [InlineData("2024-05-20T17:00:00Z", Due, null, null, "2024-05-21T17:00:00Z")]
    [InlineData("2024-05-21T16:59:59Z", Due, null, null, "2024-05-21T17:00:00Z")]
    [InlineData("2024-05-21T17:00:00Z", Due, null, null, "2024-05-22T17:00:00Z")]
    [InlineData("2024-05-20T17:00:00Z", Due, Extended, null, "2024-05-25T17:00:00Z")]
    [InlineData("2024-05-25T17:00:00Z", Due, Extended, null, "2024-05-26T17:00:00Z")]
    [InlineData("2024-05-10T02:00:00Z", Due, null, "2024-05-09T02:00:00Z", "2024-05-20T17:00:00Z")]
    [InlineData("2024-05-20T17:00:00Z", Due, null, "2024-05-09T02:00:00Z", null)]
    public void A_row_turns_when_it_falls_due_and_then_at_each_midnight_in_Bangkok_until_it_is_handed_in(
        string asOf,
        string? due,
        string? extended,
        string? submitted,
        string? turn
    ) => Assert.Equal(At(turn), SnapshotTurns.TurnOf(Row(due, extended, submitted), At(asOf)!.Value));

    [Fact]
    public async Task The_first_turn_of_all_rows_is_kept_and_the_rows_pass_unchanged()
    {
        var turns = new SnapshotTurns(At("2024-05-10T02:00:00Z")!.Value);
        ObligationRow[] rows = [Row(null, null, null), Row(Extended, null, null), Row(Due, null, null), Row(Extended, null, null)];

        Assert.Equal(rows, await turns.WatchAsync(rows.ToAsyncEnumerable(), default).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(At("2024-05-20T17:00:00Z"), turns.Next);
    }

    private static DateTimeOffset? At(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static ObligationRow Row(string? due, string? extended, string? submitted) =>
        new()
        {
            Campaign = "c",
            Task = "t",
            TaskTitle = "ก",
            Unit = "2101",
            UnitName = "ข",
            ProvinceCode = "21",
            ProvinceName = "ค",
            IsDue = false,
            State = ObligationState.Open,
            Mandatory = true,
            DueBasis = DueBasis.Stated,
            DueAt = At(due),
            ExtendedTo = At(extended),
            SubmittedAt = At(submitted),
        };
}
