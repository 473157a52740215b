using CddFunctions.Platform.Timers;
using CddFunctions.Tests.Http;
using NCrontab;

namespace CddFunctions.Tests.Platform.Timers;

public sealed class TimerDefinitionTests
{
    /// <summary>Two days from midnight in Bangkok: how often each fires, and when first (UTC).</summary>
    [Theory]
    [InlineData("CloseWindows", 2 * 24 * 12, "17:05")]
    [InlineData("WatchBallots", 2 * 24 * 12, "17:02")]
    [InlineData("RefreshExports", 2 * 24, "17:07")]
    [InlineData("Housekeeping", 2, "19:30")]
    public async Task Every_timer_has_a_name_that_is_a_path_a_schedule_of_six_fields_and_a_job(string name, int ticks, string first)
    {
        await using var server = await TestServer.StartInProcessAsync();
        var timer = server.Services.GetServices<TimerDefinition>().Single(t => t.Name == name);
        var midnight = new DateTime(2024, 5, 10, 17, 0, 0, DateTimeKind.Utc);

        var fires = CrontabSchedule
            .Parse(timer.Schedule, new() { IncludingSeconds = true })
            .GetNextOccurrences(midnight, midnight.AddDays(2).AddSeconds(1))
            .ToList();

        Assert.Equal((ticks, first), (fires.Count, $"{fires[0]:HH:mm}"));
        Assert.All(timer.Name, c => Assert.True(char.IsAsciiLetter(c)));
        Assert.NotNull(server.Services.JobOf(timer));
    }
}
