namespace CddFunctions.Adapters.Sqlite;

/// <param name="Path">The database file. Its directory is made (mode 0700) when it is missing, the file gets mode 0600.</param>
public sealed record SqliteOptions(string Path)
{
    /// <summary>Longest wait for a turn (a place in a batch, a free reader); then the store counts as unavailable.</summary>
    public TimeSpan QueueBudget { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for a lock that another process holds. At least one second passes.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Writes that may wait before new ones have to wait for a place in the queue.</summary>
    internal int QueueLength { get; init; } = 4096;

    /// <summary>One commit takes at most this many writes, so that no caller waits long for the writes of others.</summary>
    internal int BatchLength { get; init; } = 512;

    /// <summary>A commit takes no further write once it holds this many bytes of bodies.</summary>
    internal int BatchBytes { get; init; } = 8_000_000;

    /// <summary>Connections for reading. More than a few per core only add memory.</summary>
    internal int Readers { get; init; } = Math.Clamp(2 * Environment.ProcessorCount, 4, 16);

    /// <summary>Largest size of the file in pages of 4 KB; null = as large as the disk allows.</summary>
    internal int? MaxPages { get; init; }
}
