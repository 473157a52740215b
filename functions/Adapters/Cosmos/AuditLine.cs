using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>A deed that waits for its place in the chain.</summary>
/// <param name="write">Id of the write that made it true: entered once. Null for a deed that wrote no document.</param>
/// <param name="after">Number of an entry from before the write: the chain holds it behind that one or not at all.</param>
internal sealed class AuditLine(Deed deed, string? write = null, long after = long.MaxValue)
{
    // asynchronous: a request must not go on inside the writer
    private readonly TaskCompletionSource<AuditEntry?> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Deed Deed => deed;

    public string? Write => write;

    public long After => after;

    /// <summary>Its entry; null when the chain held it already.</summary>
    public Task<AuditEntry?> Written => _written.Task;

    public void Complete(AuditEntry? entry = null) => _written.TrySetResult(entry);

    public void Fail(Exception fault) => _written.TrySetException(fault);
}
