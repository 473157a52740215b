using System.Threading.Channels;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// The pool of readers. A query runs on the caller's thread: it takes tens of microseconds from memory, less than handing
/// it to another thread. In WAL mode readers and the writer do not wait for each other.
/// </summary>
internal sealed class SqliteReaders : IAsyncDisposable
{
    private readonly SqliteOptions options;
    private readonly TimeProvider clock;
    private readonly Channel<SqliteReader> idle;
    private volatile bool isClosed;

    public SqliteReaders(SqliteOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        idle = Channel.CreateBounded<SqliteReader>(options.Readers);
        for (var i = 0; i < options.Readers; i++)
            idle.Writer.TryWrite(new(SqliteConnections.OpenReader(options)));
    }

    /// <exception cref="StorageUnavailableException">No reader came free within the budget, or the disk failed.</exception>
    public async Task<T> UseAsync<T>(Func<SqliteReader, T> query, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(isClosed, typeof(SqliteDocuments));
        var reader = idle.Reader.TryRead(out var free) ? free : await WaitAsync(ct);
        try
        {
            return query(reader);
        }
        catch (Exception e) when (SqliteErrors.IsOutage(e))
        {
            throw SqliteErrors.Translate(e);
        }
        finally
        {
            idle.Writer.TryWrite(reader);
        }
    }

    /// <summary>Waits for the queries that run.</summary>
    public async ValueTask DisposeAsync()
    {
        isClosed = true;
        for (var i = 0; i < options.Readers; i++)
            (await idle.Reader.ReadAsync()).Dispose();
        idle.Writer.Complete();
    }

    private async Task<SqliteReader> WaitAsync(CancellationToken ct)
    {
        using var budget = new CancellationTokenSource(options.QueueBudget, clock);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct, budget.Token);
        try
        {
            return await idle.Reader.ReadAsync(giveUp.Token);
        }
        catch (OperationCanceledException e)
        {
            ct.ThrowIfCancellationRequested();
            throw new StorageUnavailableException($"The document store had no free reader within {options.QueueBudget.TotalSeconds} s.", e);
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException($"{nameof(SqliteDocuments)} is closed.", e);
        }
    }
}
