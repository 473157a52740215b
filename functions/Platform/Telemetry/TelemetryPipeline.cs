using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// Collects and sends telemetry, from shortly after the application listens until everything else has stopped. What happens earlier is on
/// the console only, because a start must not wait for telemetry.
/// </summary>
/// <param name="targets">Creates the exporters; called once, after the start.</param>
public sealed class TelemetryPipeline(
    Func<IReadOnlyList<TelemetryTarget>> targets,
    double sampleRatio,
    string version,
    ILoggerFactory loggers,
    ILogger<TelemetryPipeline> log
) : IHostedLifecycleService, IDisposable
{
    /// <summary>Milliseconds.</summary>
    private const int FlushWithin = 3000;

    private readonly TaskCompletionSource _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TracerProvider? _tracers;
    private MeterProvider? _meters;
    private ILoggerFactory? _logs;

    /// <summary>Ends when collecting has begun.</summary>
    public Task Built => _built.Task;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(Build, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (_built.Task.IsCompleted)
            await Task.Run(Flush, CancellationToken.None);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _tracers?.Dispose();
        _meters?.Dispose();
        _logs?.Dispose();
    }

    private void Build()
    {
        try
        {
            var to = targets();
            var resource = Resource();
            _logs = BuildLogs(to, resource);
            loggers.AddProvider(new Forward(_logs));
            _tracers = BuildTraces(to, resource);
            _meters = BuildMetrics(to, resource);
        }
        catch (Exception e)
        {
            // Work goes on without telemetry rather than not at all.
            log.LogError(e, "Telemetry could not be started");
        }
        finally
        {
            _built.SetResult();
        }
    }

    private void Flush()
    {
        _tracers?.Shutdown(FlushWithin);
        _meters?.Shutdown(FlushWithin);
        _logs?.Dispose();
    }

    /// <summary>Who reports. No host name; the instance is a random number that lives as long as the process.</summary>
    private ResourceBuilder Resource() =>
        ResourceBuilder
            .CreateEmpty()
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector()
            .AddService(
                Signals.Name,
                serviceVersion: version,
                autoGenerateServiceInstanceId: false,
                serviceInstanceId: $"{Guid.NewGuid():N}"
            );

    private TracerProvider BuildTraces(IReadOnlyList<TelemetryTarget> to, ResourceBuilder resource)
    {
        // Only the ratio decides what is kept: a caller whose traceparent has the sampled flag off must not be invisible.
        var builder = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Allowed.Sources)
            .SetSampler(new TraceIdRatioBasedSampler(sampleRatio))
            .AddProcessor(new SafeSpans());
        foreach (var target in to)
            target.Spans(builder);
        return builder.Build();
    }

    private static MeterProvider BuildMetrics(IReadOnlyList<TelemetryTarget> to, ResourceBuilder resource)
    {
        var builder = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(MetricViews.Meters).AddView(MetricViews.Of);
        foreach (var target in to)
            target.Metrics(builder);
        return builder.Build();
    }

    private static ILoggerFactory BuildLogs(IReadOnlyList<TelemetryTarget> to, ResourceBuilder resource) =>
        LoggerFactory.Create(logging =>
            logging
                .SetMinimumLevel(LogLevel.Trace)
                .AddOpenTelemetry(options =>
                {
                    // The filters of the application's own factory have chosen the lines already. Scopes are left out, because they hold
                    // paths.
                    options.SetResourceBuilder(resource).AddProcessor(new SafeLogs());
                    (options.IncludeScopes, options.IncludeFormattedMessage, options.ParseStateValues) = (false, false, true);
                    foreach (var target in to)
                        target.Logs(options);
                })
        );

    /// <summary>Hands lines on to a factory that was made later.</summary>
    private sealed class Forward(ILoggerFactory to) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => to.CreateLogger(categoryName);

        public void Dispose() => to.Dispose();
    }
}
