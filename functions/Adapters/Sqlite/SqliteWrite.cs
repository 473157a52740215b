namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// One write and the caller who waits for it. Either the writer takes it or the caller withdraws it, never both: so a
/// withdrawn write is not made, and a taken one reports what became of it.
/// </summary>
/// <param name="expected">Version to replace; null = create.</param>
internal sealed class SqliteWrite(string partition, string id, long? expected, ReadOnlyMemory<byte> body)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    // asynchronous: a caller's continuation must not run on the writer's thread
    private readonly TaskCompletionSource<long?> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state = Waiting;

    public string Partition => partition;

    public string Id => id;

    public long? Expected => expected;

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>The new version, null for a lost race, cancelled when withdrawn.</summary>
    public Task<long?> Result => result.Task;

    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    public void Withdraw()
    {
        if (Interlocked.CompareExchange(ref state, Withdrawn, Waiting) == Waiting)
            result.SetCanceled();
    }

    public void Complete(long? version) => result.SetResult(version);

    public void Fail(Exception failure) => result.SetException(failure);
}
