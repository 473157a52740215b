using CddFunctions.Platform.Timers;

namespace CddFunctions.Exports;

public static class ExportsSetup
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<SnapshotStore>()
        .AddSingleton<LatestWorkbook>()
        .AddSingleton<MakeSnapshot>()
        .AddHousekeeping<RemoveAbandonedExports>("files of abandoned exports", (job, ct) => job.RunAsync(ct));
}
