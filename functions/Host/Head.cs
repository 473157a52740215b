namespace CddFunctions.Host;

/// <summary>What starts the application and fires its timers. Endpoints and rules do not depend on it.</summary>
public enum Head
{
    /// <summary>One process on one machine: it announces itself and schedules its own timers.</summary>
    Embedded,

    /// <summary>The application alone. Whoever built it calls the jobs: the isolated worker, the demo, a test.</summary>
    Bare,
}
