namespace CddFunctions.Tests.Platform;

/// <summary>A clock at one moment.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
