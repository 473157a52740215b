using CddFunctions.Adapters.Folder;
using CddFunctions.Adapters.Sqlite;
using CddFunctions.Campaigns;
using CddFunctions.Exports;
using CddFunctions.Links;
using CddFunctions.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Hosting;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Submissions.Uploads;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>The application, put together: settings, stores, features, routes. The heads only start it.</summary>
public static class Application
{
    private const long MostBytes = 6 * 1_048_576;

    public static WebApplication Build(ServeArguments arguments, TimeProvider clock, string[]? settings = null, RateLimits? limits = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = Directory.GetCurrentDirectory() });
        builder.AddSettings();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        if (arguments.Data is { } folder)
            builder.Services.Configure<DataOptions>(o => o.Folder = folder);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        builder.Services.AddSingleton(clock);
        builder.Services.AddPlatform();
        RateLimits.Add(builder.Services, limits ?? new());
        builder.Services.AddEmbeddedStorage();
        builder.Services.AddCampaigns().AddSubmissions().AddExports().AddSingleton<AdministratorLinks>();
        builder.Services.AddPages(rehearsal: clock is RehearsalClock);
        builder.Services.AddHostedService<EmbeddedHousekeeping>();

        var app = builder.Build();
        app.UsePlatform();
        app.MapHealth();
        app.MapCampaigns();
        app.MapLinks();
        app.MapSubmissions();
        app.MapUploads();
        app.MapRosters();
        app.MapExports();
        app.MapPages();
        return app;
    }

    private static void AddEmbeddedStorage(this IServiceCollection services)
    {
        // The store's own waiting is measured in real time, also in a rehearsal.
        services.AddSingleton(s => SqliteDocuments.Open(Path.Combine(Folder(s), "cdd.db"), TimeProvider.System));
        services.AddSingleton<IDocuments>(s => s.GetRequiredService<SqliteDocuments>());
        services.AddSingleton<IFiles>(s => new FolderFiles(Path.Combine(Folder(s), "files"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new StorageDescription(s.GetRequiredService<SqliteDocuments>().Description, "folder"));
    }

    private static string Folder(IServiceProvider services) => services.GetRequiredService<IOptions<DataOptions>>().Value.Folder;
}
