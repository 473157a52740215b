using System.Collections.Concurrent;

namespace CddFunctions.Tests.Http.Heads;

/// <summary>Keeps every line that an application logs; it can be read after the end.</summary>
internal sealed class Recorder : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
        // nothing is held
    }
}
