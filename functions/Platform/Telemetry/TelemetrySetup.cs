using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace CddFunctions.Platform.Telemetry;

/// <summary>What is there with and without an exporter: measures, safe lines on the console, and whose trace context is believed.</summary>
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

    /// <summary>ASP.NET Core leaves the tags of requests to instrumentation packages unless it is asked for them.</summary>
    public static void TagRequests() =>
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
}
