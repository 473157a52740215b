namespace CddFunctions.Host;

/// <summary>A clock that starts at a chosen moment and runs at the usual speed; the demo moves it on. Timers stay real.</summary>
public sealed class RehearsalClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _offset = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return System.GetUtcNow() + _offset;
    }

    public void MoveTo(DateTimeOffset moment)
    {
        lock (_gate)
            _offset = moment - System.GetUtcNow();
    }
}
