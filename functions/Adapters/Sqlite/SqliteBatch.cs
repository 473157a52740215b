using System.Runtime.InteropServices;
using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// Carries out a list of writes in one transaction, together with the entries of the deeds among them that lost no race. Its statements are
/// prepared once. Two threads must not use it.
/// </summary>
/// <remarks>
/// A version is the number of the change that wrote it, from one sequence for the whole file, kept in the file so that it
/// is right even when another process wrote meanwhile. Numbers are given inside the write transaction, so they become
/// visible in their order: a reader who has seen n can ask for "greater than n" and misses nothing.
/// </remarks>
internal sealed class SqliteBatch(SqliteConnection connection) : IDisposable
{
    private readonly SqliteChains _chains = new(connection);
    private readonly SqliteCommand _begin = connection.Prepare("BEGIN IMMEDIATE");
    private readonly SqliteCommand _commit = connection.Prepare("COMMIT");
    private readonly SqliteCommand _last = connection.Prepare("SELECT last FROM sequence");
    private readonly SqliteCommand _advance = connection.Prepare("UPDATE sequence SET last = $last", ("$last", SqliteType.Integer));

    private readonly SqliteCommand _create = connection.Prepare(
        """
        INSERT INTO documents (partition, id, change, body) VALUES ($partition, $id, $change, $body)
        ON CONFLICT (partition, id) DO NOTHING
        """,
        ("$partition", SqliteType.Text),
        ("$id", SqliteType.Text),
        ("$change", SqliteType.Integer),
        ("$body", SqliteType.Blob)
    );

    private readonly SqliteCommand _replace = connection.Prepare(
        "UPDATE documents SET change = $change, body = $body WHERE partition = $partition AND id = $id AND change = $expected",
        ("$partition", SqliteType.Text),
        ("$id", SqliteType.Text),
        ("$change", SqliteType.Integer),
        ("$body", SqliteType.Blob),
        ("$expected", SqliteType.Integer)
    );

    /// <returns>One entry per write, in order: its version, or null for a lost race. All are on disk.</returns>
    public long?[] Commit(List<SqliteWrite> writes)
    {
        try
        {
            _begin.ExecuteNonQuery();
            var change = (long)_last.ExecuteScalar()!;
            var versions = new long?[writes.Count];
            for (var i = 0; i < versions.Length; i++)
            {
                if (writes[i].Document is not { } document)
                    versions[i] = change;
                else if (Apply(document, change + 1))
                    versions[i] = ++change;
            }

            change = Enter(writes.Where((w, i) => w.Deed is not null && versions[i] is not null).Select(w => w.Deed!), change);
            _advance.Parameters[0].Value = change;
            if (versions.Any(v => v is not null))
                _advance.ExecuteNonQuery();
            _commit.ExecuteNonQuery();
            return versions;
        }
        catch
        {
            _chains.Forget();
            // The result is not looked at: SQLite may have rolled back by itself, and then answers "no transaction".
            _ = raw.sqlite3_exec(connection.Handle, "ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _last, _advance, _create, _replace })
            command.Dispose();
        _chains.Dispose();
    }

    private long Enter(IEnumerable<Deed> deeds, long change)
    {
        foreach (var link in _chains.After(deeds))
        {
            if (!Apply(new(link.Partition, link.Id, null, link.ToBody()), ++change))
                throw new InvalidOperationException($"The chain {link.Partition} goes on behind its newest document.");
            _chains.Keep(link, change);
        }

        return change;
    }

    private bool Apply(SqliteDocument write, long change)
    {
        var command = write.Expected is null ? _create : _replace;
        var parameters = command.Parameters;
        parameters[0].Value = write.Partition;
        parameters[1].Value = write.Id;
        parameters[2].Value = change;
        parameters[3].Value = Bytes(write.Body);
        if (write.Expected is { } expected)
            parameters[4].Value = expected;
        var isWritten = command.ExecuteNonQuery() == 1;
        parameters[3].Value = Array.Empty<byte>(); // otherwise the statement would hold the body until the next write
        return isWritten;
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : body.ToArray();
}
