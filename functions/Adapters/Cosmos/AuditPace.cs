namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// The longest pause that a process makes between two documents of a chain, where several processes share the store. Each pause is random.
/// </summary>
/// <remarks>Without the pause the process that wrote last is always the quickest to write again, and the others never get a turn.</remarks>
public sealed record AuditPace(TimeSpan Pause)
{
    public static readonly AuditPace Alone = new(TimeSpan.Zero);

    /// <summary>
    /// About three times what a write to Cosmos DB takes within its region: another process can read the end of the chain and write behind
    /// it.
    /// </summary>
    public static readonly AuditPace Shared = new(TimeSpan.FromMilliseconds(30));
}
