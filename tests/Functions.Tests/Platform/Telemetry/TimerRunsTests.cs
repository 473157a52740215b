using System.Diagnostics;
using System.Diagnostics.Metrics;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Tests.Platform.Telemetry;

public sealed class TimerRunsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddMetrics()
        .AddSingleton<StoreOutages>()
        .AddSingleton<TimerRuns>()
        .BuildServiceProvider();

    [Fact]
    public async Task A_run_is_counted_and_its_report_handed_on()
    {
        using var heard = new Measurements(Meters);

        Assert.Equal("done", await RunAsync(_ => Task.FromResult("done")));

        Assert.Equal(["cdd.timer.duration cdd.timer=Tidy cdd.outcome=ok"], heard.Heard);
    }

    [Fact]
    public async Task An_outage_of_one_of_several_things_is_an_outage()
    {
        using var heard = new Measurements(Meters);

        await Assert.ThrowsAsync<AggregateException>(() =>
            RunAsync(_ => throw new AggregateException(new FormatException("x"), new StorageUnavailableException("full")))
        );

        Assert.Contains("cdd.store.outages  = 1", heard.Heard);
    }

    [Fact]
    public async Task An_outage_is_a_failed_run_and_an_outage_and_is_handed_on()
    {
        using var heard = new Measurements(Meters);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => RunAsync(_ => throw new StorageUnavailableException("full")));

        Assert.Equal(["cdd.store.outages  = 1", "cdd.timer.duration cdd.timer=Tidy cdd.outcome=storage-unavailable"], heard.Heard);
    }

    [Fact]
    public async Task A_bug_is_a_failed_run_and_a_stop_is_not()
    {
        using var heard = new Measurements(Meters);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAsync<FormatException>(() => RunAsync(_ => throw new FormatException("x")));
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            RunAsync(ct => Task.FromException<string>(new OperationCanceledException(ct)), ct: stopped.Token)
        );

        Assert.Equal(
            ["cdd.timer.duration cdd.timer=Tidy cdd.outcome=failed", "cdd.timer.duration cdd.timer=Tidy cdd.outcome=aborted"],
            heard.Heard
        );
    }

    [Fact]
    public async Task A_run_is_one_span_that_says_how_it_came_out()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Signals.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.OperationName == "timer OfThisTest")
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await Assert.ThrowsAsync<FormatException>(() => RunAsync(_ => throw new FormatException("x"), name: "OfThisTest"));

        var span = Assert.Single(spans);
        Assert.Equal(
            (ActivityKind.Consumer, ActivityStatusCode.Error, "failed"),
            (span.Kind, span.Status, span.GetTagItem(Signals.Outcome))
        );
    }

    public void Dispose() => _services.Dispose();

    private IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    private Task<string> RunAsync(Func<CancellationToken, Task<string>> work, string name = "Tidy", CancellationToken ct = default) =>
        _services.GetRequiredService<TimerRuns>().Measure(name, new Job(work)).RunAsync(ct);

    private sealed class Job(Func<CancellationToken, Task<string>> work) : ITimerJob
    {
        public Task<string> RunAsync(CancellationToken ct) => work(ct);
    }
}
