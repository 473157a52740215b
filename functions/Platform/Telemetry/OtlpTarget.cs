using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// An OpenTelemetry collector. Headers for a hosted one come from <c>OTEL_EXPORTER_OTLP_HEADERS</c>, as with every OTLP exporter.
/// </summary>
public static class OtlpTarget
{
    private const int MostWaiting = 2048;
    private const int MostAtOnce = 512;
    private const int ExportTimeout = 10_000;

    /// <summary>
    /// Milliseconds. The Functions host kills the process without SIGTERM, and then the spans and log lines of this time are lost.
    /// </summary>
    private const int SendEvery = 1000;

    private const int MetricsEvery = 15_000;

    public static TelemetryTarget Create(TelemetryOptions options) =>
        new(
            spans =>
                spans.AddProcessor(
                    new BatchActivityExportProcessor(
                        new OtlpTraceExporter(Options(options, "v1/traces")),
                        MostWaiting,
                        SendEvery,
                        ExportTimeout,
                        MostAtOnce
                    )
                ),
            logs =>
                logs.AddProcessor(
                    new BatchLogRecordExportProcessor(
                        new OtlpLogExporter(Options(options, "v1/logs")),
                        MostWaiting,
                        SendEvery,
                        ExportTimeout,
                        MostAtOnce
                    )
                ),
            metrics =>
                metrics.AddReader(
                    new PeriodicExportingMetricReader(new OtlpMetricExporter(Options(options, "v1/metrics")), MetricsEvery, ExportTimeout)
                    {
                        TemporalityPreference = MetricReaderTemporalityPreference.Cumulative,
                    }
                )
        );

    private static OtlpExporterOptions Options(TelemetryOptions options, string signal)
    {
        var grpc = string.Equals(options.OtlpProtocol, TelemetryOptions.Grpc, StringComparison.Ordinal);
        var address = options.OtlpEndpoint!.TrimEnd('/');
        return new()
        {
            Protocol = grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
            // The exporter takes an endpoint that is set in code as it stands, so the path of the signal is added here.
            Endpoint = new(grpc ? address : $"{address}/{signal}"),
        };
    }
}
