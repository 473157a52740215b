using System.Threading.Channels;
using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// One thread makes all writes: it takes what waits, writes it in one transaction and so pays one fsync for all of it.
/// While that fsync runs the next batch gathers by itself; nobody waits for a timer.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly SqliteOptions _options;
    private readonly TimeProvider _clock;
    private readonly SqliteConnection _connection;
    private readonly SqliteBatch _batch;
    private readonly Channel<SqliteWrite> _queue;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _batches;

    public SqliteWriter(SqliteOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _connection = SqliteConnections.OpenWriter(options);
        _batch = new(_connection);
        _queue = Channel.CreateBounded<SqliteWrite>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        new Thread(Run) { Name = "sqlite-writer", IsBackground = true }.Start();
    }

    /// <summary>Version of the SQLite library, such as <c>3.53.3</c>.</summary>
    public string Version => _connection.ServerVersion;

    /// <summary>Transactions that changed something: each is one fsync, however many writes it held.</summary>
    public long Commits { get; private set; }

    /// <summary>Number of batches begun. A write that is queued after this was read belongs to a later batch.</summary>
    public long Batches => Interlocked.Read(ref _batches);

    /// <exception cref="StorageUnavailableException">No turn within the budget, or the batch failed; not written.</exception>
    public async Task<long?> WriteAsync(SqliteWrite write, CancellationToken ct)
    {
        using var budget = new CancellationTokenSource(_options.QueueBudget, _clock);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct, budget.Token);
        using var withdrawal = giveUp.Token.UnsafeRegister(static w => ((SqliteWrite)w!).Withdraw(), write);
        try
        {
            await _queue.Writer.WriteAsync(write, giveUp.Token);
            return await write.Result;
        }
        catch (OperationCanceledException e)
        {
            ct.ThrowIfCancellationRequested();
            throw new StorageUnavailableException(
                $"The document store had no turn to write within {_options.QueueBudget.TotalSeconds} s.",
                e
            );
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException($"{nameof(SqliteDocuments)} is closed.", e);
        }
    }

    /// <summary>Writes what was accepted, then stops the thread. The connection stays open until <see cref="Close"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stopped.Task;
    }

    /// <summary>
    /// Closes the connection, after the readers are closed: the last connection to close empties the WAL, and only this one may write.
    /// </summary>
    public void Close()
    {
        _batch.Dispose();
        _connection.Dispose();
    }

    private void Run()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var writes = Take();
            Interlocked.Increment(ref _batches);
            if (writes.Count > 0)
                Write(writes);
        }

        _stopped.SetResult();
    }

    /// <summary>
    /// Pages that were given back, and the unused part of every other page, keep what was on them; so does the log. VACUUM writes all
    /// pages anew, from what is there now, and the checkpoint brings them into the file and makes the log empty.
    /// </summary>
    private void Shred(SqliteWrite asked, long? version)
    {
        try
        {
            _connection.Run("VACUUM");
            if (_connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
                throw new StorageUnavailableException("The document store is being read; its log could not be emptied.");
            asked.Complete(version);
        }
        catch (Exception e)
        {
            asked.Fail(SqliteErrors.Translate(e));
        }
    }

    private List<SqliteWrite> Take()
    {
        var writes = new List<SqliteWrite>();
        var bytes = 0;
        while (writes.Count < _options.BatchLength && bytes < _options.BatchBytes && _queue.Reader.TryRead(out var write))
        {
            if (!write.TryTake())
                continue;
            writes.Add(write);
            bytes += write.Document?.Body.Length ?? 0;
        }

        return writes;
    }

    /// <summary>
    /// Writes a batch and tells every caller in it what became of the write; no error ends the thread. An outage fails the whole batch. Any
    /// other error belongs to one document, so each write is then tried alone and the others succeed.
    /// </summary>
    private void Write(List<SqliteWrite> writes)
    {
        try
        {
            var versions = _batch.Commit(writes);
            if (versions.Any(v => v is not null))
                Commits++;
            for (var i = 0; i < versions.Length; i++)
            {
                if (writes[i].IsShred)
                    Shred(writes[i], versions[i]);
                else
                    writes[i].Complete(versions[i]);
            }
        }
        catch (Exception e) when (writes.Count > 1 && !SqliteErrors.IsOutage(e))
        {
            writes.ForEach(write => Write([write]));
        }
        catch (Exception e)
        {
            foreach (var write in writes)
                write.Fail(SqliteErrors.Translate(e));
        }
    }
}
