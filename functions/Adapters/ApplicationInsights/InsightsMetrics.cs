using System.Globalization;
using Microsoft.ApplicationInsights.Channel;
using Microsoft.ApplicationInsights.DataContracts;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CddFunctions.Adapters.ApplicationInsights;

/// <summary>Points of one interval: a counter as its growth, a histogram as count, sum, least and most.</summary>
public sealed class InsightsMetrics(Sending sending) : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        var items = new List<ITelemetry>();
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
                items.Add(Translate(metric, point));
        }

        return sending.Run(ParentProvider.GetResource(), track => items.ForEach(track));
    }

    private static MetricTelemetry Translate(Metric metric, MetricPoint point)
    {
        var item = metric.MetricType is MetricType.Histogram ? Spread(point) : new() { Sum = Value(metric.MetricType, point), Count = 1 };
        (item.Name, item.Timestamp) = (metric.Name, point.EndTime);
        foreach (var (name, value) in point.Tags)
            item.Properties[name] = Convert.ToString(value, CultureInfo.InvariantCulture);
        return item;
    }

    private static MetricTelemetry Spread(MetricPoint point)
    {
        var item = new MetricTelemetry { Sum = point.GetHistogramSum(), Count = (int)Math.Min(point.GetHistogramCount(), int.MaxValue) };
        if (point.TryGetHistogramMinMaxValues(out var least, out var most))
            (item.Min, item.Max) = (least, most);
        return item;
    }

    private static double Value(MetricType type, MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };
}
