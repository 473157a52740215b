using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>A deed that waits for its place in the chain.</summary>
/// <param name="write">Id of the write that carried out the deed; the chain gets one entry for it, never two. Null for a deed that wrote no
/// document.</param>
/// <param name="after">Number of an entry that the chain held before the write. If the chain holds the deed's entry already, that has a
/// higher number.</param>
internal sealed class AuditLine(Deed deed, string? write = null, long after = long.MaxValue)
{
    // asynchronous: a request that waited for its entry must not go on inside the writer's loop
    private readonly TaskCompletionSource<AuditEntry?> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Deed Deed => deed;

    public string? Write => write;

    public long After => after;

    /// <summary>Ends when the chain holds the deed: with the new entry, or with null when the chain held it already.</summary>
    public Task<AuditEntry?> Written => _written.Task;

    public void Complete(AuditEntry? entry = null) => _written.TrySetResult(entry);

    public void Fail(Exception fault) => _written.TrySetException(fault);
}
