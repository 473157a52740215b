using Azure.Core;
using CddFunctions.Platform.Telemetry;
using Microsoft.ApplicationInsights;
using Microsoft.ApplicationInsights.Channel;
using Microsoft.ApplicationInsights.Extensibility;
using OpenTelemetry.Metrics;

namespace CddFunctions.Adapters.ApplicationInsights;

/// <summary>
/// Application Insights behind the exporters of OpenTelemetry. Azure.Monitor.OpenTelemetry.Exporter would do the same; until
/// it is in the package index these small exporters translate into the classic SDK, which sends.
/// </summary>
public static class InsightsTarget
{
    /// <summary>Every point is paid for by size, so a minute rather than the collector's 15 seconds, and only what has changed.</summary>
    private static readonly TimeSpan MetricsEvery = TimeSpan.FromMinutes(1);

    /// <param name="credential">Identity for a resource with local authentication switched off; null = the key in the connection string suffices.</param>
    /// <param name="sampleRatio">Tells Application Insights how many requests each of them stands for.</param>
    public static TelemetryTarget Create(string connectionString, TokenCredential? credential, double sampleRatio)
    {
        var channel = new InMemoryChannel { MaxTelemetryBufferCapacity = Sending.MostItems, BacklogSize = Sending.MostWaiting };
        var sending = new Sending(Client(channel, connectionString, credential), channel);
        return new(
            new InsightsSpans(sending, sampleRatio), new InsightsLogs(sending), new InsightsMetrics(sending),
            MetricsEvery, MetricReaderTemporalityPreference.Delta);
    }

    private static TelemetryClient Client(InMemoryChannel channel, string connectionString, TokenCredential? credential)
    {
        // Lives as long as the process, like the client that holds it.
#pragma warning disable CA2000
        var configuration = new TelemetryConfiguration { TelemetryChannel = channel, ConnectionString = connectionString };
#pragma warning restore CA2000
        if (credential is not null)
            configuration.SetAzureTokenCredential(credential);
        return new(configuration);
    }
}
