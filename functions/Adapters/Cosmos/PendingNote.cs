namespace CddFunctions.Adapters.Cosmos;

/// <summary>A write that is about to be made and whose entry follows it: where to look for it, should its process end in between.</summary>
/// <param name="Write">The mark that the item will have.</param>
/// <param name="After">Number of an entry of the campaign's chain from before the write.</param>
internal sealed record PendingDeed(string Partition, string Id, string Write, string Campaign, long After);

/// <summary>What one process has in hand at a moment: one document in the partition <c>audit-pending</c>.</summary>
/// <param name="At">When it was written, by the clock of that process.</param>
internal sealed record PendingSheet(DateTimeOffset At, IReadOnlyList<PendingDeed> Deeds);

/// <summary>One document in the making, from its first note until it goes or is left behind.</summary>
internal sealed class NotedDeeds
{
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public List<PendingDeed> Deeds { get; } = [];

    /// <summary>It was written, or is about to be.</summary>
    public bool IsBegun { get; set; }

    /// <summary>It holds a deed of which nobody knows yet whether it was done: it stays as it is until somebody has looked.</summary>
    public bool IsLeft { get; set; }
}

/// <summary>A deed that is being noted, and whoever waits for that.</summary>
internal sealed class PendingNote(PendingDeed deed)
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingDeed Deed => deed;

    /// <summary>Ends when the note is stored.</summary>
    public Task Written => _written.Task;

    /// <summary>The document that it is in; null while it waits.</summary>
    public NotedDeeds? Sheet { get; set; }

    /// <summary>Whoever gave it went away while it waited.</summary>
    public bool IsDropped { get; set; }

    public void Complete() => _written.TrySetResult();

    public void Fail(Exception fault) => _written.TrySetException(fault);
}
