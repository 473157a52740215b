using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// Sets up what works with and without an exporter: metrics, safe console lines, and what is done with a caller's trace context.
/// </summary>
public static class TelemetrySetup
{
    public static void AddMeasures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StoreOutages>().AddSingleton<TimerRuns>();
        builder.Services.AddSingleton<ConsoleFormatter, SafeConsole>();
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.FormatterName = SafeConsole.FormatterName);

        // A caller's traceparent is taken over, so that his trace and ours are one. Nothing goes out with the calls that we make:
        // baggage and tracestate are texts of the caller's choice, and Azure and the mail service have no use for his trace.
        builder.Services.Replace(ServiceDescriptor.Singleton(DistributedContextPropagator.CreateW3CPropagator()));
        DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
    }

    /// <summary>Makes ASP.NET Core tag the spans of requests itself; it leaves that to instrumentation packages otherwise.</summary>
    public static void TagRequests() =>
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
}
