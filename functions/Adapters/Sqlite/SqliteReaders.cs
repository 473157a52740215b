using System.Threading.Channels;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// The pool of readers. A query runs on the caller's thread: it takes tens of microseconds from memory, less than handing
/// it to another thread. In WAL mode readers and the writer do not wait for each other.
/// </summary>
internal sealed class SqliteReaders : IAsyncDisposable
{
    private readonly SqliteOptions _options;
    private readonly TimeProvider _clock;
    private readonly Channel<SqliteReader> _idle;
    private volatile bool _isClosed;

    /// <param name="alone">True when the file cannot be written: there is one reader then.</param>
    public SqliteReaders(SqliteOptions options, TimeProvider clock, bool alone = false)
    {
        _options = alone ? options with { Readers = 1 } : options;
        _clock = clock;
        _idle = Channel.CreateBounded<SqliteReader>(_options.Readers);
        for (var i = 0; i < _options.Readers; i++)
            _idle.Writer.TryWrite(new(alone ? SqliteConnections.OpenAlone(options) : SqliteConnections.OpenReader(options)));
    }

    /// <exception cref="StorageUnavailableException">No reader came free within the budget, or the disk failed.</exception>
    public async Task<T> UseAsync<T>(Func<SqliteReader, T> query, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteDocuments));
        var reader = _idle.Reader.TryRead(out var free) ? free : await WaitAsync(ct);
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
            _idle.Writer.TryWrite(reader);
        }
    }

    /// <summary>Waits for the queries that run.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        for (var i = 0; i < _options.Readers; i++)
            (await _idle.Reader.ReadAsync()).Dispose();
        _idle.Writer.Complete();
    }

    private async Task<SqliteReader> WaitAsync(CancellationToken ct)
    {
        using var budget = new CancellationTokenSource(_options.QueueBudget, _clock);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct, budget.Token);
        try
        {
            return await _idle.Reader.ReadAsync(giveUp.Token);
        }
        catch (OperationCanceledException e)
        {
            ct.ThrowIfCancellationRequested();
            throw new StorageUnavailableException(
                $"The document store had no free reader within {_options.QueueBudget.TotalSeconds} s.",
                e
            );
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException($"{nameof(SqliteDocuments)} is closed.", e);
        }
    }
}
