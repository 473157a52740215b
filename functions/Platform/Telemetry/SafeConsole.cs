using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// The lines on standard output, under the same rule as telemetry: in Azure the Functions host copies them into its own
/// log, on one machine the journal keeps them. No scopes, because the framework's hold paths.
/// </summary>
public sealed class SafeConsole() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "safe";

    private const string Indent = "      ";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var values = logEntry.State as IEnumerable<KeyValuePair<string, object?>>;
        var message = SafeText.Render(SafeText.TemplateOf(values), SafeText.Keep(logEntry.Category, values));
        textWriter.Write(
            string.Create(CultureInfo.InvariantCulture, $"{Level(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}]\n")
        );
        WriteIndented(textWriter, message);
        if (logEntry.Exception is { } e)
            WriteIndented(textWriter, SafeFault.Describe(e));
    }

    private static void WriteIndented(TextWriter output, string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            output.Write(Indent);
            output.Write(line);
            output.Write('\n');
        }
    }

    private static string Level(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };
}
