using System.Diagnostics;
using System.Diagnostics.Metrics;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Exports;

/// <summary>Metrics and span of exports: how long each took and how many rows it wrote, by programme.</summary>
public sealed class MeasuredExports
{
    private readonly Histogram<double> _duration;
    private readonly Histogram<long> _rows;

    public MeasuredExports(IMeterFactory meters)
    {
        var meter = meters.Create(Signals.Name);
        _duration = meter.CreateHistogram<double>("cdd.export.duration", "s", "Time to write all tables of a programme");
        _rows = meter.CreateHistogram<long>("cdd.export.rows", "{row}", "Rows of an export, over all tables");
    }

    public async Task<Snapshot> RunAsync(string campaign, Func<Task<Snapshot>> export)
    {
        using var span = Signals.Source.StartActivity("export");
        span?.SetTag(Signals.Campaign, campaign);
        var from = Stopwatch.GetTimestamp();
        var made = await export();

        // The workbook has the same rows again.
        var rows = made.Files.Where(f => f.Name.EndsWith(".csv", StringComparison.Ordinal)).Sum(f => f.Rows ?? 0);
        var tag = new KeyValuePair<string, object?>(Signals.Campaign, campaign);
        _duration.Record(Stopwatch.GetElapsedTime(from).TotalSeconds, tag);
        _rows.Record(rows, tag);
        span?.SetTag(Signals.Rows, rows);
        return made;
    }
}
