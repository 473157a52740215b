using CddFunctions.Audit;
using CddFunctions.Ballots;
using CddFunctions.Board;
using CddFunctions.Campaigns;
using CddFunctions.Exports;
using CddFunctions.Links;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions;
using CddFunctions.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CddFunctions.Host;

/// <summary>The application, put together: settings, stores, features, routes. The heads only start it.</summary>
public static class Application
{
    /// <summary>Most bytes of a request body (6 MiB), where an endpoint sets no limit of its own.</summary>
    public const long MostBytes = 6 * 1_048_576;

    /// <summary>
    /// Settings are read at the start. Watching for changes would watch the whole content root, where data/ is, and wake at
    /// every write of the database.
    /// </summary>
    private const string Unwatched = "--hostBuilder:reloadConfigOnChange=false";

    /// <param name="server">The server that receives the requests; null = Kestrel, which listens once the application starts.</param>
    /// <param name="logs">Where lines go; null = standard output.</param>
    public static WebApplication Build(
        ServeArguments arguments,
        TimeProvider clock,
        string[]? settings = null,
        Head head = Head.Embedded,
        IServer? server = null,
        ILoggerProvider? logs = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = [Unwatched, .. settings ?? []], ContentRootPath = Directory.GetCurrentDirectory() }
        );
        builder.AddSettings();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        if (logs is not null)
            builder.Logging.ClearProviders().AddProvider(logs);
        if (arguments.Data is { } folder)
            builder.Services.Configure<DataOptions>(o => o.Folder = folder);

        builder.WebHost.ConfigureKestrel(Limit);
        if (server is not null)
            builder.Services.AddSingleton(server);
        builder.Services.AddSingleton(clock);
        builder.Services.AddPlatform();
        builder.Services.AddRateLimits();
        builder.AddStorage();
        builder.AddTelemetry();
        builder.Services.AddWeb(rehearsal: clock.IsRehearsal());
        builder.Services.AddCampaigns().AddSubmissions().AddBallots().AddExports().AddLinks().AddAudit().AddBoard();
        builder.Services.AddSingleton<TimerScheduler>();
        if (head is Head.Embedded)
            builder.Services.AddHostedService(s => s.GetRequiredService<TimerScheduler>());

        var app = builder.Build();
        app.UsePlatform();
        app.MapHealth();
        app.MapWeb();
        app.MapCampaigns();
        app.MapAudit();
        app.MapLinks();
        app.MapSubmissions();
        app.MapBallots();
        app.MapExports();
        app.MapBoard();
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBytes;
    }
}
