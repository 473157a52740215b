using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Summaries;

namespace CddFunctions.Reporting.Tests.Summaries;

public sealed class TallyTests
{
    [Theory]
    // state, on time, choice met → owed, handed in, accepted, returned, on time, late, overdue
    [InlineData(ObligationState.Open, null, null, "1 0 0 0 0 0 0")]
    [InlineData(ObligationState.Submitted, true, null, "1 1 0 0 1 0 0")]
    [InlineData(ObligationState.Submitted, null, null, "1 1 0 0 0 0 0")]
    [InlineData(ObligationState.Returned, true, null, "1 1 0 1 1 0 0")]
    [InlineData(ObligationState.Accepted, false, null, "1 1 1 0 0 1 0")]
    [InlineData(ObligationState.Overdue, null, null, "1 0 0 0 0 0 1")]
    // One of the two reports asked for came in time: the second is still missing.
    [InlineData(ObligationState.Overdue, true, null, "1 0 0 0 0 0 1")]
    [InlineData(ObligationState.Open, false, null, "1 0 0 0 0 0 0")]
    [InlineData(ObligationState.Open, null, false, "1 0 0 0 0 0 0")]
    [InlineData(ObligationState.Open, null, true, "0 0 0 0 0 0 0")]
    [InlineData(ObligationState.Accepted, true, true, "1 1 1 0 1 0 0")]
    public void A_row_counts_as_what_it_is(ObligationState state, bool? onTime, bool? choiceMet, string counts)
    {
        var t = Tally.Of(Sample.Obligation() with { State = state, OnTime = onTime, ChoiceMet = choiceMet });

        Assert.Equal(counts, $"{t.Owed} {t.HandedIn} {t.Accepted} {t.Returned} {t.OnTime} {t.Late} {t.Overdue}");
        Assert.Equal((1, choiceMet is true ? 1 : 0), (t.Units, t.ChoiceMet));
    }

    [Fact]
    public void Tallies_add_up_number_by_number() =>
        Assert.Equal(
            new(11, 22, 33, 44, 55, 66, 77, 88, 99),
            new Tally(1, 2, 3, 4, 5, 6, 7, 8, 9) + new Tally(10, 20, 30, 40, 50, 60, 70, 80, 90)
        );
}
