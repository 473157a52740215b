using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// One place that telemetry is sent to. What reaches these exporters has been through <see cref="SafeSpans"/>,
/// <see cref="SafeLogs"/> and <see cref="MetricViews"/>; an exporter adds nothing of its own about people or requests.
/// </summary>
/// <param name="MetricsEvery">How often metrics leave. The Functions host kills without warning, so this much can be lost.</param>
/// <param name="Temporality">Whether a counter reports its growth (delta) or its total (cumulative).</param>
public sealed record TelemetryTarget(
    BaseExporter<Activity> Spans, BaseExporter<LogRecord> Logs, BaseExporter<Metric> Metrics,
    TimeSpan MetricsEvery, MetricReaderTemporalityPreference Temporality);
