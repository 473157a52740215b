using System.Diagnostics;
using System.Diagnostics.Metrics;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Platform.Telemetry;

/// <summary>Runs a timer's job as one span, and counts it by name and outcome. Every head that fires timers calls this.</summary>
public sealed class TimerRuns(IMeterFactory meters, StoreOutages outages)
{
    private readonly Histogram<double> _duration = meters.Create(Signals.Name).CreateHistogram<double>(
        "cdd.timer.duration", "s", "Runs of timers by name and outcome");

    /// <summary>What the job says or throws is handed on unchanged.</summary>
    public async Task<string> RunAsync(string name, ITimerJob job, CancellationToken ct)
    {
        using var span = Signals.Source.StartActivity($"timer {name}", ActivityKind.Consumer);
        var (from, outcome) = (Stopwatch.GetTimestamp(), Outcomes.Failed);
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
        catch (StorageUnavailableException)
        {
            outages.Add();
            outcome = CommonProblems.StorageUnavailable().Code;
            throw;
        }
        finally
        {
            var tags = new TagList { { Signals.Timer, name }, { Signals.Outcome, outcome } };
            _duration.Record(Stopwatch.GetElapsedTime(from).TotalSeconds, tags);
            span?.SetTag(Signals.Timer, name).SetTag(Signals.Outcome, outcome)
                .SetStatus(outcome is Outcomes.Ok or Outcomes.Aborted ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        }
    }
}
