using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// One place that telemetry is sent to: each part adds its exporter behind <see cref="SafeSpans"/>, <see cref="SafeLogs"/> and
/// <see cref="MetricViews"/>, and an exporter adds nothing of its own about people or requests.
/// </summary>
public sealed record TelemetryTarget(
    Action<TracerProviderBuilder> Spans,
    Action<OpenTelemetryLoggerOptions> Logs,
    Action<MeterProviderBuilder> Metrics
);
