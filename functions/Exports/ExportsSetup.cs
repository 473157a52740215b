using CddFunctions.Platform.Timers;

namespace CddFunctions.Exports;

public static class ExportsSetup
{
    public static IServiceCollection AddExports(this IServiceCollection services) =>
        services
            .AddSingleton<SnapshotStore>()
            .AddSingleton<SnapshotPlaces>()
            .AddSingleton<NotedAnchors>()
            .AddSingleton<LatestWorkbook>()
            .AddSingleton<MeasuredExports>()
            .AddSingleton<DataPositions>()
            .AddSingleton<MakeSnapshot>()
            .AddSingleton<MakeExport>()
            .AddSingleton<DownloadExport>()
            .AddSingleton<RefreshRuns>()
            .AddSingleton<ClosingStore>()
            .AddTimer<RefreshExports>("RefreshExports", "0 7 * * * *") // later than CloseWindows, whose snapshot at midnight then suffices
            .AddTimer<CloseWindows>("CloseWindows", "0 */5 * * * *")
            // Housekeeping keeps this order: RemoveAbandonedExports also removes the files of exports that were just marked.
            .AddHousekeeping<RemoveOldExports>("old exports of the timer", (job, ct) => job.RunAsync(ct))
            .AddHousekeeping<RemoveAbandonedExports>("files of exports that are gone", (job, ct) => job.RunAsync(ct));
}
