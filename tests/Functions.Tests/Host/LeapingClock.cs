namespace CddFunctions.Tests.Host;

/// <summary>Whoever waits by this clock waits no real time: it leaps to the moment that is waited for.</summary>
internal sealed class LeapingClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = start;

    /// <summary>Puts the clock elsewhere at the end of a wait, as a rehearsal does; null = nothing unusual.</summary>
    public Func<DateTimeOffset, DateTimeOffset?> Jump { get; set; } = _ => null;

    /// <summary>How long each wait was asked to be.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return _now;
        }
        set
        {
            lock (_gate)
                _now = value;
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            Waits.Add(dueTime);
            _now += dueTime;
            _now = Jump(_now) ?? _now;
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Fired();
    }

    private sealed class Fired : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
