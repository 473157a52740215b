namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// Hands the application's lines to the log of the program whose guest it is, under the rule of <see cref="SafeConsole"/>:
/// in Azure the Functions host keeps them. No scopes, because the framework's hold paths.
/// </summary>
public sealed class SafeRelay(ILoggerFactory to) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Relay(categoryName, to.CreateLogger(categoryName));

    public void Dispose()
    {
        // the other program's factory is its own
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
            // The exception goes as text: as an object the host would keep its own words, and those quote data.
            var text = exception is null ? line : $"{line}\n{SafeFault.Describe(exception)}";
            to.Log(logLevel, eventId, text, null, static (said, _) => said);
        }
    }
}
