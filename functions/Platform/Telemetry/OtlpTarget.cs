using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace CddFunctions.Platform.Telemetry;

/// <summary>An OpenTelemetry collector. Headers for a hosted one come from <c>OTEL_EXPORTER_OTLP_HEADERS</c>, as with every OTLP exporter.</summary>
public static class OtlpTarget
{
    private static readonly TimeSpan MetricsEvery = TimeSpan.FromSeconds(15);

    public static TelemetryTarget Create(TelemetryOptions options) => new(
        new OtlpTraceExporter(Options(options, "v1/traces")),
        new OtlpLogExporter(Options(options, "v1/logs")),
        new OtlpMetricExporter(Options(options, "v1/metrics")),
        MetricsEvery, MetricReaderTemporalityPreference.Cumulative);

    private static OtlpExporterOptions Options(TelemetryOptions options, string signal)
    {
        var grpc = string.Equals(options.OtlpProtocol, TelemetryOptions.Grpc, StringComparison.Ordinal);
        var address = options.OtlpEndpoint!.TrimEnd('/');
        return new()
        {
            Protocol = grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
            // A path of its own is used as it stands, so the signal's part is ours to add.
            Endpoint = new(grpc ? address : $"{address}/{signal}"),
        };
    }
}
