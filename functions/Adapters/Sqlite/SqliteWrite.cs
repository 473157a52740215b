using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Sqlite;

/// <param name="Expected">Version to replace; null = create.</param>
internal sealed record SqliteDocument(string Partition, string Id, long? Expected, ReadOnlyMemory<byte> Body);

/// <summary>
/// One write and the caller who waits for it. Either the writer takes it or the caller withdraws it, never both: so a
/// withdrawn write is not made, and a taken one reports what became of it.
/// </summary>
/// <param name="document">Null when only the deed is written.</param>
/// <param name="deed">What becomes an entry if the document is written; null for none. Without either nothing is written, but the file
/// is shredded (<see cref="IDocuments.ShredAsync"/>).</param>
internal sealed class SqliteWrite(SqliteDocument? document, Deed? deed)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    // asynchronous: a caller's continuation must not run on the writer's thread
    private readonly TaskCompletionSource<long?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state = Waiting;

    public SqliteDocument? Document => document;

    public Deed? Deed => deed;

    public bool IsShred => document is null && deed is null;

    /// <summary>The new version (of a deed alone: any number), null for a lost race, cancelled when withdrawn.</summary>
    public Task<long?> Result => _result.Task;

    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    public void Withdraw()
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting)
            _result.SetCanceled();
    }

    public void Complete(long? version) => _result.SetResult(version);

    public void Fail(Exception failure) => _result.SetException(failure);
}
