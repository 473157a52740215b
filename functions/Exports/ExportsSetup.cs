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
            .AddTimer<RefreshExports>("RefreshExports", "0 7 * * * *") // after CloseWindows: at midnight that one has made the snapshot already
            .AddTimer<CloseWindows>("CloseWindows", "0 */5 * * * *")
            .AddHousekeeping<RemoveOldExports>("old exports of the timer", (job, ct) => job.RunAsync(ct))
            .AddHousekeeping<RemoveAbandonedExports>("files of exports that are gone", (job, ct) => job.RunAsync(ct)); // those of old ones, too
}
