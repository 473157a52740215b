using System.Globalization;
using CddFunctions.Exports;

namespace CddFunctions.Tests.Exports;

public sealed class SnapshotRetentionTests
{
    /// <summary>Noon in Bangkok.</summary>
    private static readonly DateTimeOffset Now = new(2024, 8, 31, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("7.00:00:00", true)]
    [InlineData("7.00:00:01", false)]
    [InlineData("40.00:00:00", false)]
    public void Of_one_day_all_are_kept_for_seven_days(string age, bool kept) =>
        Assert.Equal(kept, Kept(SnapshotOrigin.Timer, TimeSpan.Parse(age, CultureInfo.InvariantCulture), newerOfDay: true));

    [Theory]
    [InlineData("7.00:00:01", true)]
    [InlineData("90.00:00:00", true)]
    [InlineData("90.00:00:01", false)]
    public void The_newest_of_each_day_is_kept_for_ninety(string age, bool kept) =>
        Assert.Equal(kept, Kept(SnapshotOrigin.Timer, TimeSpan.Parse(age, CultureInfo.InvariantCulture), newerOfDay: false));

    [Theory]
    [InlineData(SnapshotOrigin.Person, false)]
    [InlineData(SnapshotOrigin.Closing, true)]
    [InlineData(SnapshotOrigin.Timer, true)]
    public void What_a_person_made_or_what_is_frozen_is_kept_for_good(SnapshotOrigin origin, bool frozen) =>
        Assert.True(Kept(origin, TimeSpan.FromDays(4000), newerOfDay: true, frozen));

    [Fact]
    public void The_newest_of_all_is_kept_however_old_it_is()
    {
        Assert.Empty(SnapshotRetention.Expired([Made(SnapshotOrigin.Timer, TimeSpan.FromDays(4000))], Now));
        Assert.Empty(SnapshotRetention.Expired([], Now));
    }

    [Fact]
    public void Days_are_those_of_Bangkok()
    {
        // 23:59 and 00:01 in Bangkok, within one day of UTC.
        var midnight = new DateTimeOffset(2024, 8, 9, 17, 0, 0, TimeSpan.Zero);
        Snapshot[] all =
        [
            Made(SnapshotOrigin.Timer, TimeSpan.Zero),
            At(midnight.AddMinutes(1)),
            At(midnight.AddMinutes(-1)),
            At(midnight.AddMinutes(-2)),
        ];

        Assert.Equal([all[3]], SnapshotRetention.Expired(all, Now));
    }

    [Fact]
    public void A_newer_one_of_the_day_by_a_person_does_not_stand_for_the_timers()
    {
        Snapshot[] all =
        [
            Made(SnapshotOrigin.Timer, TimeSpan.Zero),
            Made(SnapshotOrigin.Person, TimeSpan.FromDays(10)),
            Made(SnapshotOrigin.Timer, TimeSpan.FromDays(10).Add(TimeSpan.FromMinutes(1))),
        ];

        Assert.Empty(SnapshotRetention.Expired(all, Now));
    }

    private static bool Kept(SnapshotOrigin origin, TimeSpan age, bool newerOfDay, bool frozen = false)
    {
        var asked = Made(origin, age) with { Frozen = frozen };
        List<Snapshot> all = [Made(SnapshotOrigin.Timer, TimeSpan.Zero), asked];
        if (newerOfDay)
            all.Insert(1, At(Now - age + TimeSpan.FromMinutes(1)));
        return !SnapshotRetention.Expired(all, Now).Contains(asked);
    }

    private static Snapshot Made(SnapshotOrigin origin, TimeSpan age) => At(Now - age) with { Origin = origin };

    private static Snapshot At(DateTimeOffset asOf) => new($"{asOf:O}", asOf, 1, null, false, "timer", [], SnapshotOrigin.Timer);
}
