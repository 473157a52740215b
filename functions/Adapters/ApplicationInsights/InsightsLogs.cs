using System.Globalization;
using CddFunctions.Platform.Telemetry;
using Microsoft.ApplicationInsights.Channel;
using Microsoft.ApplicationInsights.DataContracts;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace CddFunctions.Adapters.ApplicationInsights;

/// <summary>A log line becomes a trace, one with an exception an exception, beside the request it belongs to.</summary>
public sealed class InsightsLogs(Sending sending) : BaseExporter<LogRecord>
{
    public override ExportResult Export(in Batch<LogRecord> batch)
    {
        // Records go back to a pool after the batch, so they are read here.
        var items = new List<ITelemetry>();
        foreach (var line in batch)
            items.Add(Translate(line));
        return sending.Run(ParentProvider.GetResource(), track => items.ForEach(track));
    }

    private static ITelemetry Translate(LogRecord line)
    {
        var values = (line.Attributes ?? []).ToDictionary(a => a.Key, a => Convert.ToString(a.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal);
        ITelemetry item = values.Remove(SafeLogs.ExceptionType, out var type) ? Fault(line, type, values) : Line(line);
        var properties = ((ISupportProperties)item).Properties;
        foreach (var (name, value) in values)
            properties[name] = value;
        properties["Category"] = line.CategoryName ?? "";
        item.Timestamp = new(line.Timestamp, TimeSpan.Zero);
        Sending.Correlate(item, line.TraceId, line.SpanId);
        return item;
    }

    private static TraceTelemetry Line(LogRecord line) => new(line.FormattedMessage ?? "", Severity(line.LogLevel));

    private static ExceptionTelemetry Fault(LogRecord line, string type, Dictionary<string, string> values)
    {
        values.Remove(SafeLogs.ExceptionMessage, out var message);
        values.Remove(SafeLogs.ExceptionStack, out var stack);
        var details = new ExceptionDetailsInfo(1, 0, type, $"{line.FormattedMessage} ({message})", hasFullStack: true, stack ?? "", []);
        return new([details], Severity(line.LogLevel), type, new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal));
    }

    private static SeverityLevel Severity(LogLevel level) => level switch
    {
        LogLevel.Critical => SeverityLevel.Critical,
        LogLevel.Error => SeverityLevel.Error,
        LogLevel.Warning => SeverityLevel.Warning,
        LogLevel.Information => SeverityLevel.Information,
        _ => SeverityLevel.Verbose,
    };
}
