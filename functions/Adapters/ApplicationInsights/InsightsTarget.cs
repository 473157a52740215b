using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Adapters.ApplicationInsights;

/// <summary>Application Insights behind its own exporter, with everything switched off that it would collect or keep by itself.</summary>
/// <param name="connectionString">Connection string of the Application Insights resource.</param>
/// <param name="credential">Identity for a resource without local authentication; null = the key in the connection string suffices.</param>
/// <param name="sampleRatio">Share of the traces that is kept, 0 to 1; the resource is told how many requests each stands for.</param>
/// <param name="transport">How requests travel; null = HTTPS as usual.</param>
public sealed class InsightsTarget(
    string connectionString,
    TokenCredential? credential,
    double sampleRatio,
    HttpPipelineTransport? transport = null
)
{
    /// <summary>Longest wait for an answer; after it a batch counts as not sent.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public TelemetryTarget Create()
    {
        SayNothingOfItself();
        return new(
            spans => spans.AddAzureMonitorTraceExporter(Configure),
            logs => logs.AddAzureMonitorLogExporter(Configure),
            metrics => metrics.AddAzureMonitorMetricExporter(Configure)
        );
    }

    /// <summary>
    /// Switches off what the exporter reports about itself, to its maker and to the resource: how it fares, and with every batch who sends
    /// it. The only switches for that are of the whole process. What is left at the end is sent, not kept on disk for the next start.
    /// </summary>
    private static void SayNothingOfItself()
    {
        Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");
        Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_SDKSTATS_DISABLED", "true");
        Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_SDKSTATS_DISABLED_ALL", "true");
        Environment.SetEnvironmentVariable("OTEL_DOTNET_AZURE_MONITOR_ENABLE_RESOURCE_METRICS", "false");
        AppContext.SetSwitch("Azure.Monitor.OpenTelemetry.Exporter.DisablePersistOnShutdown", isEnabled: true);
    }

    private void Configure(AzureMonitorExporterOptions options)
    {
        options.ConnectionString = connectionString;
        options.Credential = credential;
        options.SamplingRatio = (float)sampleRatio;
        options.TracesPerSecond = null;
        options.EnableTraceBasedLogsSampler = false;
        options.EnableLiveMetrics = false;
        options.EnableStandardMetrics = false;
        options.EnablePerformanceCounters = false;
        options.DisableOfflineStorage = true;
        options.Retry.NetworkTimeout = Patience;
        options.AddPolicy(new RefusalsAreAnswers(), HttpPipelinePosition.PerCall);
        if (transport is not null)
            options.Transport = transport;
    }
}
