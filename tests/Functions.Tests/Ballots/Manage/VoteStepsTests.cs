using CddFunctions.Ballots;
using CddFunctions.Ballots.Manage;
using CddFunctions.Ballots.Tally;
using static CddFunctions.Ballots.Manage.StepStands;

namespace CddFunctions.Tests.Ballots.Manage;

public sealed class VoteStepsTests
{
    private static readonly DateTimeOffset At = MadeUp;

    private static readonly RollHead Roll = new("v", 3, 1, "hash");

    private static readonly Freeze Frozen = new("a", At, "hash", "{}", At, At, "key", new("a", "b"));

    private static DateTimeOffset MadeUp => new(2024, 5, 9, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<BallotState, BallotPhase, string> States() =>
        new()
        {
            { new(), BallotPhase.Preparing, "Now Later Later Later Later Later Later Later Later" },
            { new(Roll), BallotPhase.Preparing, "Done Now Later Later Later Later Later Later Later" },
            { new(Roll, Frozen), BallotPhase.Waiting, "Done Done Now Now Later Later Later Later Later" },
            { new(Roll, Frozen), BallotPhase.Open, "Done Done Now Now Later Later Later Later Later" },
            { new(Roll, Frozen), BallotPhase.Closed, "Done Done Done Done Now Later Later Later Later" },
            { new(Roll, Frozen, Sealed: new("a", At)), BallotPhase.Closed, "Done Done Done Done Now Later Later Later Later" },
            { Tallied(null), BallotPhase.Closed, "Done Done Done Done Done Needless Now Later Later" },
            { Tallied(Tie(open: true)), BallotPhase.Closed, "Done Done Done Done Done Now Later Later Later" },
            { Tallied(Tie(open: false)), BallotPhase.Closed, "Done Done Done Done Done Done Now Later Later" },
            { Tallied(null) with { Certified = new("b", At) }, BallotPhase.Closed, "Done Done Done Done Done Needless Now Later Later" },
            {
                Tallied(null) with
                {
                    Certified = new("b", At, Scrubbed: true),
                },
                BallotPhase.Closed,
                "Done Done Done Done Done Needless Done Now Later"
            },
            {
                Tallied(null) with
                {
                    Certified = new("b", At, Scrubbed: true),
                    Published = new("b", At),
                },
                BallotPhase.Closed,
                "Done Done Done Done Done Needless Done Done Now"
            },
        };

    [Theory]
    [MemberData(nameof(States))]
    public void One_step_follows_the_other(BallotState state, BallotPhase phase, string stands)
    {
        var ballot = new LiveBallot("1", state, null!);

        Assert.Equal(stands.Split(' ').Select(Enum.Parse<StepStands>), VoteSteps.All.Select(s => VoteSteps.Of(s, ballot, phase)));
    }

    [Fact]
    public void Whatever_the_state_somebody_can_do_something_until_the_papers_are_there()
    {
        Assert.All(
            States(),
            row => Assert.Contains(Now, VoteSteps.All.Select(s => VoteSteps.Of(s, new("1", row.Data.Item1, null!), row.Data.Item2)))
        );
    }

    private static Tie Tie(bool open) => new("chair", 2, [], 1, Open: open, By: open ? null : "a");

    private static BallotState Tallied(Tie? tie) =>
        new(Roll, Frozen, Tally: new("a", At, 3, 2, 2, 2, 0, true, [new("c", 2, 0, [], tie)], "receipts", "counts"));
}
