namespace CddFunctions.Adapters.Cosmos;

/// <summary>Where several processes share the store, how long one waits at most, at random, between two documents of a chain.</summary>
/// <remarks>Without it the process that wrote last is always the quickest to write again, and the others never get a turn.</remarks>
public sealed record AuditPace(TimeSpan Pause)
{
    public static readonly AuditPace Alone = new(TimeSpan.Zero);

    /// <summary>
    /// About three times what a write to Cosmos DB takes within its region: long enough to read the end and write behind it.
    /// </summary>
    public static readonly AuditPace Shared = new(TimeSpan.FromMilliseconds(30));
}
