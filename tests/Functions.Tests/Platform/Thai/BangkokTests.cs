using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class BangkokTests
{
    private static readonly DateOnly Day = new(2021, 3, 23);
    private static readonly DateTimeOffset LastSecond = new(2021, 3, 23, 16, 59, 59, TimeSpan.Zero);

    [Fact]
    public void A_day_begins_at_17_hours_UTC_of_the_day_before()
    {
        var start = Bangkok.StartOf(Day);
        Assert.Equal(new(2021, 3, 22, 17, 0, 0, TimeSpan.Zero), start);
        Assert.Equal(TimeSpan.Zero, start.Offset);
        Assert.Equal(Day, Bangkok.DateOf(start));
        Assert.Equal(Day.AddDays(-1), Bangkok.DateOf(start.AddTicks(-1)));
    }

    [Fact]
    public void The_date_does_not_depend_on_the_offset_an_instant_is_written_with() =>
        Assert.Equal(Day, Bangkok.DateOf(new(2021, 3, 22, 12, 0, 0, TimeSpan.FromHours(-5))));

    [Fact]
    public void A_cutoff_is_a_UTC_instant()
    {
        Assert.Equal(LastSecond, Bangkok.EndOf(Day, new(23, 59, 59)));
        Assert.Equal(new(2021, 3, 23, 9, 30, 0, TimeSpan.Zero), Bangkok.EndOf(Day, new(16, 30)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    [InlineData(-86_400_000, true)]
    public void The_whole_due_second_is_on_time(int millisecondsAfter, bool inTime) =>
        Assert.Equal(inTime, Bangkok.IsInTime(LastSecond.AddMilliseconds(millisecondsAfter), LastSecond));
}
