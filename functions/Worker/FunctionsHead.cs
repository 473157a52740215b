using CddFunctions.Host;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CddFunctions.Worker;

/// <summary>
/// The worker that the Functions host starts. It is connected to the host and hands requests and timers to the application inside it.
/// </summary>
internal static class FunctionsHead
{
    /// <summary>Most bytes of a request body that the Functions host takes (100 MiB). The application's own limits are lower.</summary>
    private const long MostBytesOfHost = 104_857_600;

    /// <summary>
    /// Runs until the Functions host ends it. The worker connects to the host only
    /// when the campaigns are in force, so no request comes earlier.
    /// </summary>
    public static async Task RunAsync(string[] args)
    {
        HostedApplication? application = null;
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytesOfHost;
        });
        // The framework's log lines about requests hold addresses with tokens.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Tells the Functions host that this process sends the telemetry itself. The application has the list of what it sends.
        builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
        builder.Services.AddSingleton(_ => application ?? throw new InvalidOperationException("The application has not been started."));
        using var worker = builder.Build();

        var logs = worker.Services.GetRequiredService<ILoggerFactory>();
        await using var started = await HostedApplication.StartAsync(CancellationToken.None, logs: logs);
        application = started;
        await worker.RunAsync();
    }
}
