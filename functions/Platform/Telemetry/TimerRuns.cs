using System.Diagnostics;
using System.Diagnostics.Metrics;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Platform.Telemetry;

/// <summary>Makes each run of a timer's job one span, and counts it by name and outcome.</summary>
public sealed class TimerRuns(IMeterFactory meters, StoreOutages outages)
{
    private readonly Histogram<double> _duration = meters
        .Create(Signals.Name)
        .CreateHistogram<double>("cdd.timer.duration", "s", "Runs of timers by name and outcome");

    /// <returns>The same job; what it says or throws is handed on unchanged.</returns>
    public ITimerJob Measure(string name, ITimerJob job) => new Measured(name, job, this);

    private async Task<string> RunAsync(string name, ITimerJob job, CancellationToken ct)
    {
        using var span = Signals.Source.StartActivity($"timer {name}", ActivityKind.Consumer);
        var from = Stopwatch.GetTimestamp();
        var outcome = Outcomes.Failed;
        try
        {
            var report = await job.RunAsync(ct);
            outcome = Outcomes.Ok;
            return report;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            outcome = Outcomes.Aborted;
            throw;
        }
        catch (Exception e) when (IsOutage(e))
        {
            outages.Add();
            outcome = CommonProblems.StorageUnavailable().Code;
            throw;
        }
        finally
        {
            var tags = new TagList { { Signals.Timer, name }, { Signals.Outcome, outcome } };
            _duration.Record(Stopwatch.GetElapsedTime(from).TotalSeconds, tags);
            span?.SetTag(Signals.Timer, name)
                .SetTag(Signals.Outcome, outcome)
                .SetStatus(outcome is Outcomes.Ok or Outcomes.Aborted ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        }
    }

    /// <summary>True for an outage of the store, also inside the exceptions of a job that ran for several things.</summary>
    private static bool IsOutage(Exception e) =>
        e is StorageUnavailableException || (e is AggregateException several && several.InnerExceptions.Any(IsOutage));

    private sealed class Measured(string name, ITimerJob job, TimerRuns runs) : ITimerJob
    {
        public Task<string> RunAsync(CancellationToken ct) => runs.RunAsync(name, job, ct);
    }
}
