namespace CddFunctions.Platform.Timers;

/// <summary>Something that a feature clears away every day, in the order of registration.</summary>
/// <param name="What">What is removed, for the log: <c>unclaimed uploads</c>.</param>
/// <param name="Run">Gives how many were removed.</param>
public sealed record HousekeepingPart(string What, Func<CancellationToken, Task<int>> Run);

/// <summary>Clears away every day what nobody needs any more.</summary>
public sealed class Housekeeping(IEnumerable<HousekeepingPart> parts, ILogger<Housekeeping> log) : ITimerJob
{
    public Task<string> RunAsync(CancellationToken ct) =>
        RunEach.RunAsync(
            parts,
            part => part.What,
            async (part, stop) => await part.Run(stop) is > 0 and var removed ? $"{removed} removed" : null,
            log,
            ct
        );
}

public static class HousekeepingSetup
{
    /// <param name="run">Removes what can go; gives how many.</param>
    public static IServiceCollection AddHousekeeping<T>(
        this IServiceCollection services,
        string what,
        Func<T, CancellationToken, Task<int>> run
    )
        where T : class =>
        services.AddSingleton<T>().AddSingleton(s => new HousekeepingPart(what, ct => run(s.GetRequiredService<T>(), ct)));
}
