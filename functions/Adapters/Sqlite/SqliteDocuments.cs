using System.Globalization;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// The documents of one machine, in one SQLite file. A write that returned survives <c>kill -9</c> and a power cut (WAL,
/// synchronous=FULL); writes that wait at the same time share one fsync, and a deed's entry is in the same transaction as
/// its document. One process should own the file: a second one is
/// safe for the data but competes for the lock.
/// </summary>
/// <remarks>
/// Only the writer's connection writes and checkpoints. Cancellation: a call cancelled before the writer took it into a batch
/// is not written; from then on the call ignores its token and reports what became of the write.
/// </remarks>
public sealed class SqliteDocuments : IDocuments, IAsyncDisposable
{
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private int _isDisposed;

    /// <exception cref="InvalidDataException">The file belongs to another application or to a newer program.</exception>
    /// <exception cref="StorageUnavailableException">The file cannot be made, opened or locked.</exception>
    public SqliteDocuments(SqliteOptions options, TimeProvider clock)
    {
        _writer = new(options, clock);
        _readers = new(options, clock);
        Description = $"sqlite {_writer.Version}";
    }

    /// <summary>For /api/health, such as <c>sqlite 3.53.3</c>.</summary>
    public string Description { get; }

    internal long Commits => _writer.Commits;

    internal long Batches => _writer.Batches;

    public static SqliteDocuments Open(string path, TimeProvider clock) => new(new SqliteOptions(path), clock);

    public Task<Document?> ReadAsync(string partition, string id, CancellationToken ct)
    {
        DocumentLimits.CheckKey(partition, id);
        return _readers.UseAsync(r => r.Read(partition, id), ct);
    }

    public async Task<string?> TryCreateAsync(string partition, string id, ReadOnlyMemory<byte> body, Deed? deed, CancellationToken ct)
    {
        DocumentLimits.CheckKey(partition, id);
        DocumentLimits.CheckBody(body);
        return ToText(await _writer.WriteAsync(new(new(partition, id, null, body), deed), ct));
    }

    public async Task<string?> TryReplaceAsync(
        string partition,
        string id,
        string version,
        ReadOnlyMemory<byte> body,
        Deed? deed,
        CancellationToken ct
    )
    {
        DocumentLimits.CheckKey(partition, id);
        DocumentLimits.CheckBody(body);
        return ToNumber(version) is { } expected
            ? ToText(await _writer.WriteAsync(new(new(partition, id, expected, body), deed), ct))
            : null; // a version that this store never gave
    }

    public Task RecordAsync(Deed deed) => _writer.WriteAsync(new(null, deed), CancellationToken.None);

    /// <summary>Writes the file anew without its free space, and empties the log.</summary>
    public Task ShredAsync(CancellationToken ct) => _writer.WriteAsync(new(null, null), ct);

    public async Task<DocumentPage> ListAsync(string partition, string? after, int limit, CancellationToken ct)
    {
        DocumentLimits.CheckPage(partition, limit);
        var (documents, isMore) = await _readers.UseAsync(r => r.List(partition, after ?? "", limit), ct);
        return new(documents, isMore ? documents[^1].Id : null);
    }

    public async Task<ChangePage> ChangesAsync(string partition, string? continuation, int limit, CancellationToken ct)
    {
        DocumentLimits.CheckPage(partition, limit);
        var after = continuation is null
            ? 0
            : ToNumber(continuation) ?? throw new ArgumentException("Not a continuation of this store.", nameof(continuation));
        var (documents, _) = await _readers.UseAsync(r => r.Changes(partition, after, limit), ct);
        return new(documents, documents.Count > 0 ? documents[^1].Version : after.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Accepts nothing more, writes what was accepted, waits for running queries.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        await _writer.DisposeAsync();
        await _readers.DisposeAsync();
        _writer.Close();
    }

    private static string? ToText(long? version) => version?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null for every text that <see cref="ToText"/> does not write: <c>07</c> is not <c>7</c>.</summary>
    private static long? ToNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && string.Equals(ToText(number), text, StringComparison.Ordinal)
            ? number
            : null;
}
