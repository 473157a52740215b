using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions;

/// <summary>The pure rules of hand-ins, on both sides of each boundary.</summary>
public sealed class RuleTests
{
    private static readonly LaunchedCampaign Campaign = MadeUpCampaign.Launched();
    private static readonly DateTimeOffset Due = MadeUpCampaign.LastSecond;

    [Theory]
    [InlineData(0.0, null, true)]
    [InlineData(0.999, null, true)]
    [InlineData(1.0, null, false)]
    [InlineData(1.0, 0, false)]
    [InlineData(86400.999, 1, true)]
    [InlineData(86401.0, 1, false)]
    [InlineData(0.5, -1, true)]
    public void On_time_is_until_the_later_of_due_and_extension(double secondsAfterDue, int? extendedDays, bool onTime) =>
        Assert.Equal(onTime, DueRules.OnTime(Due.AddSeconds(secondsAfterDue), Due, extendedDays is { } days ? Due.AddDays(days) : null));

    [Theory]
    [InlineData("t-plan", null, "2024-05-31T16:59:59Z")]
    [InlineData("t-plan", "2024-06-02", "2024-06-02T16:59:59Z")]
    [InlineData("t-plan", "2024-05-25", "2024-05-31T16:59:59Z")]
    [InlineData("t-noon", null, "2024-05-20T05:00:00Z")]
    [InlineData("t-note", null, null)]
    [InlineData("t-free", null, null)]
    public void A_task_closes_where_its_late_policy_says_or_its_extension(string task, string? until, string? closes)
    {
        var extension = until is null
            ? null
            : new Extension(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), "x", Due, "x");

        var at = DueRules.ClosesAt(Campaign, Campaign.FindTask(task)!, extension);

        Assert.Equal(closes, at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(0, 0, 0, 1, 0.0, ObligationState.Open)]
    [InlineData(0, 0, 0, 1, 1.0, ObligationState.Overdue)]
    [InlineData(1, 0, 0, 1, 1.0, ObligationState.Submitted)]
    [InlineData(1, 0, 1, 1, 1.0, ObligationState.Returned)]
    [InlineData(1, 1, 0, 1, 1.0, ObligationState.Accepted)]
    [InlineData(1, 1, 0, 2, 0.0, ObligationState.Open)]
    [InlineData(1, 1, 0, 2, 1.0, ObligationState.Overdue)]
    [InlineData(2, 1, 0, 2, 1.0, ObligationState.Submitted)]
    [InlineData(2, 1, 1, 2, 1.0, ObligationState.Returned)]
    [InlineData(3, 2, 1, 2, 1.0, ObligationState.Accepted)]
    public void The_state_follows_from_what_was_handed_in(
        int handedIn,
        int accepted,
        int returned,
        int times,
        double secondsAfterDue,
        ObligationState state
    ) =>
        Assert.Equal(
            state,
            LedgerRules.State(
                SubmissionFacts.None with
                {
                    HandedIn = handedIn,
                    Accepted = accepted,
                    Returned = returned,
                },
                times,
                Due,
                Due.AddSeconds(secondsAfterDue)
            )
        );

    [Theory]
    [InlineData(CallerRole.Officer, "2101", "t-plan", "2101", true)]
    [InlineData(CallerRole.Officer, "2101", "t-plan", "2102", false)]
    [InlineData(CallerRole.Officer, "21", "t-plan", "2101", false)]
    [InlineData(CallerRole.Officer, "21", "t-all", "21", true)]
    [InlineData(CallerRole.Officer, "2101", "t-tambon", "210101", true)]
    [InlineData(CallerRole.Officer, "2102", "t-tambon", "210101", false)]
    [InlineData(CallerRole.Officer, "21", "t-tambon", "210101", false)]
    [InlineData(CallerRole.Viewer, "2101", "t-plan", "2101", false)]
    [InlineData(CallerRole.Intake, "2101", "t-plan", "2101", false)]
    public void An_office_acts_for_itself_and_for_what_lies_in_it(CallerRole role, string subject, string task, string unit, bool covers) =>
        Assert.Equal(covers, Access.Covers(new(role, "made-up", subject, "l"), Campaign, Campaign.FindTask(task)!, unit));

    [Fact]
    public void A_receipt_is_the_same_for_the_same_hand_in_and_another_for_any_other()
    {
        string[] others =
        [
            Receipts.For("c", "t:1", 1, "k", Due),
            Receipts.For("d", "t:1", 1, "k", Due),
            Receipts.For("c", "t:2", 1, "k", Due),
            Receipts.For("c", "t:1", 2, "k", Due),
            Receipts.For("c", "t:1", 1, "l", Due),
            Receipts.For("c", "t:1", 1, "k", Due.AddTicks(1)),
        ];

        Assert.Equal(others[0], Receipts.For("c", "t:1", 1, "k", Due));
        Assert.Equal(others.Length, others.Distinct().Count());
        Assert.All(others, r => Assert.Matches("^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$", r));
    }

    [Fact]
    public void Refusals_come_in_their_order()
    {
        var target = Target("t-plan");
        var decided = new Decision(true, null, Due, "x");
        var revision = new Revision(1, "r", 1, Due, Due, "x", "k", "b", [], new Dictionary<string, IReadOnlyList<AttachedFile>>(), []);
        var far = Due.AddYears(1);

        Assert.Null(SubmissionRules.RefuseFirst(target, null, null, Due));
        Assert.Equal("task-closed", SubmissionRules.RefuseFirst(target, null, null, far)?.Code);
        Assert.Equal("already-submitted", SubmissionRules.RefuseFirst(target, Stored(revision), null, far)?.Code);
        Assert.Equal(
            "already-accepted",
            SubmissionRules.RefuseFirst(target, Stored(revision with { Decision = decided }), null, far)?.Code
        );
        Assert.Equal("form-awaited", SubmissionRules.RefuseFirst(Target("t-awaited"), Stored(revision), null, far)?.Code);
        Assert.Equal("nothing-handed-in", SubmissionRules.RefuseRevision(target, null, null, far)?.Code);
        Assert.Null(
            SubmissionRules.RefuseRevision(target, Stored(revision with { Decision = decided with { Accepted = false } }), null, far)
        );
        Assert.Equal(
            "already-accepted",
            SubmissionRules.RefuseRevision(target, Stored(revision with { Decision = decided }), null, far)?.Code
        );
        Assert.Null(SubmissionRules.RefuseDecision(Stored(revision), accept: false, new string('x', 1000)));
        Assert.Equal("reason-missing", SubmissionRules.RefuseDecision(Stored(revision), accept: true, new string('x', 1001))?.Code);
        Assert.Equal(
            "already-decided",
            SubmissionRules.RefuseDecision(Stored(revision with { Decision = decided }), accept: true, null)?.Code
        );
    }

    private static Target Target(string task)
    {
        var found = Campaign.FindTask(task)!;
        return new(Campaign, found, Campaign.Definition.Units[1], Campaign.FormOf(found) ?? PlainReport.Form);
    }

    private static Submission Stored(Revision revision) => new("t", "u", null, [revision]);
}
