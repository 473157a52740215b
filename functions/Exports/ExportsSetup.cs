namespace CddFunctions.Exports;

public static class ExportsSetup
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<SnapshotStore>()
        .AddSingleton<LatestWorkbook>()
        .AddSingleton<MeasuredExports>()
        .AddSingleton<MakeSnapshot>()
        .AddSingleton<RemoveAbandonedExports>();
}
