namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// Says where a write that is about to be made can be found, should its process end before the entry of its deed is written.
/// </summary>
/// <param name="Write">The mark that the item will have.</param>
/// <param name="After">Number of an entry of the campaign's chain from before the write.</param>
internal sealed record PendingDeed(string Partition, string Id, string Write, string Campaign, long After);

/// <summary>The deeds that one process has in hand: one document in the partition <c>audit-pending</c>.</summary>
/// <param name="At">When it was written, by the clock of that process.</param>
internal sealed record PendingSheet(DateTimeOffset At, IReadOnlyList<PendingDeed> Deeds);

/// <summary>A <see cref="PendingSheet"/> in the memory of its process, from its first note until it is removed or left behind.</summary>
internal sealed class NotedDeeds
{
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public List<PendingDeed> Deeds { get; } = [];

    /// <summary>It was written, or is about to be.</summary>
    public bool IsBegun { get; set; }

    /// <summary>
    /// True when it holds a deed of which nobody knows whether it was done: it stays as it is until a process has looked for the item.
    /// </summary>
    public bool IsLeft { get; set; }
}

/// <summary>A deed whose note is being stored; its caller waits for <see cref="Written"/>.</summary>
internal sealed class PendingNote(PendingDeed deed)
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingDeed Deed => deed;

    /// <summary>Ends when the note is stored.</summary>
    public Task Written => _written.Task;

    /// <summary>The document that holds the note; null while the note waits.</summary>
    public NotedDeeds? Sheet { get; set; }

    /// <summary>True when its caller gave up while the note waited.</summary>
    public bool IsDropped { get; set; }

    public void Complete() => _written.TrySetResult();

    public void Fail(Exception fault) => _written.TrySetException(fault);
}
