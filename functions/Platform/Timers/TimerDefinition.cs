using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Platform.Timers;

/// <summary>
/// Work that a timer starts. It must be safe when started twice, late or on two machines at once, and quick to find nothing to do.
/// </summary>
public interface ITimerJob
{
    /// <returns>One sentence for the log, without personal data: what was done.</returns>
    Task<string> RunAsync(CancellationToken ct);
}

/// <summary>
/// One timer of the application. The scheduler of one machine reads this list; the isolated worker has a function for each,
/// and a test compares.
/// </summary>
/// <param name="Name">Name of the function.</param>
/// <param name="Schedule">NCRONTAB with six fields (seconds first), in UTC: Azure's Flex Consumption plan knows no other zone.</param>
/// <param name="Job">Type of the <see cref="ITimerJob"/>, from the container.</param>
/// <param name="AtStart">On one machine also at every start: an office switches its machine off at night.</param>
public sealed record TimerDefinition(string Name, string Schedule, Type Job, bool AtStart = false);

public static class TimerSetup
{
    public static IServiceCollection AddTimer<TJob>(this IServiceCollection services, string name, string schedule, bool atStart = false)
        where TJob : class, ITimerJob =>
        services.AddSingleton<TJob>().AddSingleton(new TimerDefinition(name, schedule, typeof(TJob), atStart));

    /// <summary>The job as every head runs it: counted and traced.</summary>
    public static ITimerJob JobOf(this IServiceProvider services, TimerDefinition timer) =>
        services.GetRequiredService<TimerRuns>().Measure(timer.Name, (ITimerJob)services.GetRequiredService(timer.Job));

    /// <summary>Runs the job once. What was done, or why it failed, is a line of this log.</summary>
    /// <returns>False when it failed.</returns>
    public static async Task<bool> FireAsync(this IServiceProvider services, TimerDefinition timer, ILogger log, CancellationToken ct)
    {
        try
        {
            log.LogInformation("{Timer}: {Done}", timer.Name, await services.JobOf(timer).RunAsync(ct));
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "{Timer} failed; the next tick tries again", timer.Name);
            return false;
        }
    }
}
