using System.Globalization;
using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>One read-only connection with its three queries, prepared once. Each query sees one moment of the file.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _read = connection.Prepare(
        "SELECT id, change, body FROM documents WHERE partition = $partition AND id = $id",
        ("$partition", SqliteType.Text),
        ("$id", SqliteType.Text)
    );

    private readonly SqliteCommand _list = connection.Prepare(
        "SELECT id, change, body FROM documents WHERE partition = $partition AND id > $after ORDER BY id LIMIT $rows",
        ("$partition", SqliteType.Text),
        ("$after", SqliteType.Text),
        ("$rows", SqliteType.Integer)
    );

    private readonly SqliteCommand _changes = connection.Prepare(
        "SELECT id, change, body FROM documents WHERE partition = $partition AND change > $after ORDER BY change LIMIT $rows",
        ("$partition", SqliteType.Text),
        ("$after", SqliteType.Integer),
        ("$rows", SqliteType.Integer)
    );

    public Document? Read(string partition, string id)
    {
        _read.Parameters[0].Value = partition;
        _read.Parameters[1].Value = id;
        using var rows = _read.ExecuteReader();
        return rows.Read() ? ToDocument(partition, rows) : null;
    }

    public (List<Document> Documents, bool IsMore) List(string partition, string after, int limit) => Page(_list, partition, after, limit);

    public (List<Document> Documents, bool IsMore) Changes(string partition, long after, int limit) =>
        Page(_changes, partition, after, limit);

    public void Dispose()
    {
        foreach (var command in new[] { _read, _list, _changes })
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>Asks for one row more than the limit, which tells whether there are more; the body of that row is never fetched.</summary>
    private static (List<Document> Documents, bool IsMore) Page(SqliteCommand query, string partition, object after, int limit)
    {
        query.Parameters[0].Value = partition;
        query.Parameters[1].Value = after;
        query.Parameters[2].Value = limit + 1;
        var documents = new List<Document>();
        var bytes = 0;
        using var rows = query.ExecuteReader();
        while (rows.Read())
        {
            if (documents.Count == limit || bytes >= DocumentLimits.PageBytes)
                return (documents, true);
            documents.Add(ToDocument(partition, rows));
            bytes += documents[^1].Body.Length;
        }

        return (documents, false);
    }

    private static Document ToDocument(string partition, SqliteDataReader row) =>
        new(partition, row.GetString(0), row.GetInt64(1).ToString(CultureInfo.InvariantCulture), row.GetFieldValue<byte[]>(2));
}
