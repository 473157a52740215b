using CddFunctions.Host;

namespace CddFunctions.Tests.Host;

public sealed class RehearsalClockTests
{
    private static readonly DateTimeOffset Start = new(2024, 5, 10, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(-365 * 3)]
    [InlineData(365 * 3)]
    public void It_starts_or_goes_on_at_the_chosen_moment_and_runs_at_the_usual_speed(int days)
    {
        var before = TimeProvider.System.GetUtcNow();
        var clock = new RehearsalClock(Start);
        if (days != 0)
            clock.MoveTo(Start.AddDays(days));

        var first = clock.GetUtcNow();
        var second = clock.GetUtcNow();

        var passed = TimeProvider.System.GetUtcNow() - before;
        Assert.InRange(first, Start.AddDays(days), Start.AddDays(days) + passed);
        Assert.InRange(second, first, Start.AddDays(days) + passed);
    }

    [Fact]
    public void It_shows_UTC_whatever_zone_the_start_was_said_in()
    {
        var clock = new RehearsalClock(new DateTimeOffset(2024, 5, 10, 9, 0, 0, TimeSpan.FromHours(7)));

        Assert.Equal((TimeSpan.Zero, Start.Date), (clock.GetUtcNow().Offset, clock.GetUtcNow().Date));
        Assert.True(clock.GetUtcNow() >= Start);
    }
}
