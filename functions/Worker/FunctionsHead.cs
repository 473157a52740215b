using CddFunctions.Host;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CddFunctions.Worker;

/// <summary>The worker that the Functions host starts: it has the connections to the host, and the application is its guest.</summary>
internal static class FunctionsHead
{
    /// <summary>Bytes of a body that the host takes. The application has its own, lower limits and reads no further.</summary>
    private const long MostBytesOfHost = 104_857_600;

    /// <summary>
    /// Stays until the host ends it. Nothing is said to the host before the campaigns are in force, so no request comes earlier.
    /// </summary>
    public static async Task RunAsync(string[] args)
    {
        HostedApplication? guest = null;
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytesOfHost;
        });
        // Its lines about requests hold addresses with tokens.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Tells the host that telemetry leaves from here: what may leave is on the application's list.
        builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
        builder.Services.AddSingleton(_ => guest ?? throw new InvalidOperationException("The application has not been started."));
        using var worker = builder.Build();

        var logs = worker.Services.GetRequiredService<ILoggerFactory>();
        await using var started = await HostedApplication.StartAsync(CancellationToken.None, logs: logs);
        guest = started;
        await worker.RunAsync();
    }
}
