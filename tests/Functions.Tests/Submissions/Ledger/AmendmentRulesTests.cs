using CddFunctions.Submissions.Ledger;
using CddFunctions.Tests.Http;
using static CddFunctions.Submissions.Ledger.ObligationState;

namespace CddFunctions.Tests.Submissions.Ledger;

public sealed class AmendmentRulesTests
{
    [Theory]
    [InlineData(Open, false, Overdue, 0)]
    [InlineData(Overdue, false, null, 0)]
    [InlineData(Submitted, true, Submitted, 0)]
    [InlineData(Submitted, true, null, 1)]
    [InlineData(Returned, true, null, 1)]
    [InlineData(Accepted, true, Accepted, 0)]
    [InlineData(Accepted, true, Open, 0)]
    [InlineData(Accepted, true, Overdue, 1)]
    [InlineData(Accepted, true, null, 1)]
    public void Nothing_handed_in_is_hidden_and_nothing_accepted_becomes_overdue(
        ObligationState now,
        bool handedIn,
        ObligationState? then,
        int objections
    )
    {
        var row = new Obligation(
            "t-plan",
            "2101",
            "ก",
            null,
            now,
            null,
            handedIn ? MadeUpCampaign.Start : null,
            null,
            null,
            null,
            Revision: null,
            Receipt: null
        );

        var found = AmendmentRules.Objections(MadeUpCampaign.Launched(), [row], then is { } state ? [row with { State = state }] : []);

        Assert.Equal(objections, found.Count);
        Assert.All(found, o => Assert.Contains("แผน", o.Th, StringComparison.Ordinal));
    }
}
