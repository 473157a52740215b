using CddFunctions.Platform.Timers;
using NCrontab;

namespace CddFunctions.Host;

/// <summary>
/// Fires the timers of an application that runs alone on one machine. Each timer has a loop of its own, so
/// its job never overlaps itself. Ticks that pass while the job runs, or while the clock jumps, count as
/// one. A job that fails is logged and runs again at the next tick.
/// </summary>
public sealed class TimerScheduler(
    IEnumerable<TimerDefinition> timers,
    IServiceProvider services,
    TimeProvider clock,
    ILogger<TimerScheduler> log
) : BackgroundService
{
    /// <summary>The clock may jump while we sleep: a rehearsal moves on, a machine wakes up. So we look at it this often.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(timers.Select(t => KeepAsync(t, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the application stops
        }
    }

    private async Task KeepAsync(TimerDefinition timer, CancellationToken ct)
    {
        var schedule = CrontabSchedule.Parse(timer.Schedule, new() { IncludingSeconds = true });
        if (timer.AtStart)
            await services.FireAsync(timer, log, ct);
        while (true)
        {
            await UntilAsync(schedule, ct);
            await services.FireAsync(timer, log, ct);
        }
    }

    private async Task UntilAsync(CrontabSchedule schedule, CancellationToken ct)
    {
        var seen = clock.GetUtcNow();
        var next = Next(schedule, clock.GetUtcNow());
        while (clock.GetUtcNow() is var now && now < next)
        {
            if (now < seen)
                next = Next(schedule, now); // the clock was put back: the old tick may be years away
            seen = now;
            await Task.Delay(Shorter(next - now, LongestSleep), clock, ct);
        }
    }

    private static DateTimeOffset Next(CrontabSchedule schedule, DateTimeOffset after) =>
        new(DateTime.SpecifyKind(schedule.GetNextOccurrence(after.UtcDateTime), DateTimeKind.Utc));

    /// <summary>At least a millisecond: a shorter delay ends at once and the loop would run hot until the tick.</summary>
    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) =>
        a < b ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(a.TotalMilliseconds))) : b;
}
