using OpenTelemetry;
using OpenTelemetry.Logs;

namespace CddFunctions.Platform.Telemetry;

/// <summary>Runs before every exporter of logs: leaves the template, the allowed values and the safe form of the exception.</summary>
public sealed class SafeLogs : BaseProcessor<LogRecord>
{
    public const string ExceptionType = "exception.type";
    public const string ExceptionMessage = "exception.message";
    public const string ExceptionStack = "exception.stacktrace";

    public override void OnEnd(LogRecord data)
    {
        var kept = SafeText.Keep(data.CategoryName ?? "", data.Attributes);
        data.FormattedMessage = SafeText.Render(SafeText.TemplateOf(data.Attributes), kept);
        data.Body = data.FormattedMessage;
        if (data.Exception is { } e)
        {
            kept.Add(new(ExceptionType, SafeFault.TypeOf(e)));
            kept.Add(new(ExceptionMessage, SafeFault.Message(e)));
            kept.Add(new(ExceptionStack, SafeFault.Describe(e)));
            data.Exception = null;
        }

        data.Attributes = [.. kept];
        data.TraceState = null; // the caller's own text
    }
}
