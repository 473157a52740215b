using CddFunctions.Campaigns;
using CddFunctions.Exports;
using CddFunctions.Links;
using CddFunctions.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Hosting;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Submissions.Uploads;

namespace CddFunctions.Host;

/// <summary>The application, put together: settings, stores, features, routes. The heads only start it.</summary>
public static class Application
{
    private const long MostBytes = 6 * 1_048_576;

    public static WebApplication Build(ServeArguments arguments, TimeProvider clock, string[]? settings = null, Head head = Head.Embedded)
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
        builder.Services.AddRateLimits();
        builder.AddStorage();
        builder.AddTelemetry();
        builder.Services.AddCampaigns().AddSubmissions().AddExports().AddSingleton<AdministratorLinks>();
        builder.Services.AddPages(rehearsal: clock.IsRehearsal());
        builder.Services.AddSingleton<StartGate>();
        builder.Services.AddSingleton<TimerScheduler>();
        if (head is Head.Embedded)
            builder.Services.AddHostedService(s => s.GetRequiredService<TimerScheduler>());

        var app = builder.Build();
        app.Use(app.Services.GetRequiredService<StartGate>().PassAsync);
        app.UsePlatform();
        app.MapHealth();
        app.MapCampaigns();
        app.MapLinks();
        app.MapSubmissions();
        app.MapUploads();
        app.MapRosters();
        app.MapExports();
        app.MapPages();
        if (head is Head.CustomHandler)
            app.MapTimers();
        return app;
    }
}
