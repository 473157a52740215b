namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// Hands the application's log lines to the program that it runs in (the Functions host in Azure), which keeps them, under the rule of
/// <see cref="SafeConsole"/>. Scopes are left out, because those of the framework hold paths.
/// </summary>
public sealed class SafeRelay(ILoggerFactory to) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Relay(categoryName, to.CreateLogger(categoryName));

    public void Dispose()
    {
        // the factory belongs to the other program, which disposes of it
    }

    private sealed class Relay(string category, ILogger to) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => to.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var values = state as IEnumerable<KeyValuePair<string, object?>>;
            var line = SafeText.Render(SafeText.TemplateOf(values), SafeText.Keep(category, values));
            // The exception goes as text: of an object the host would log the message, and messages quote data.
            var text = exception is null ? line : $"{line}\n{SafeFault.Describe(exception)}";
            to.Log(logLevel, eventId, text, null, static (said, _) => said);
        }
    }
}
