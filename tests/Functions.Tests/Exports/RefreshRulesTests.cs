using CddFunctions.Exports;

namespace CddFunctions.Tests.Exports;

public sealed class RefreshRulesTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 20, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, null, false)]
    [InlineData(2, null, true)]
    [InlineData(1, 1, false)]
    [InlineData(1, 0, true)]
    [InlineData(1, -1, true)]
    public void A_snapshot_is_outdated_by_another_revision_or_when_its_turn_has_come(int revision, int? secondsToTurn, bool outdated) =>
        Assert.Equal(
            outdated,
            RefreshRules.IsOutdated(
                Made(new(new Dictionary<string, string>(), secondsToTurn is { } s ? Now.AddSeconds(s) : null)),
                revision,
                Now
            )
        );

    [Fact]
    public void None_and_one_of_an_earlier_version_are_outdated()
    {
        Assert.True(RefreshRules.IsOutdated(null, 1, Now));
        Assert.True(RefreshRules.IsOutdated(Made(null), 1, Now));
    }

    private static Snapshot Made(SnapshotBasis? basis) =>
        new("id", Now.AddHours(-1), 1, null, false, "timer", [], SnapshotOrigin.Timer, Basis: basis);
}
