using CddFunctions.Adapters.Sqlite;
using Microsoft.Data.Sqlite;

namespace CddFunctions.Tests.Adapters;

/// <summary>Stores in a directory of their own, which goes away with them.</summary>
internal sealed class SqliteStores : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("cdd-documents-");
    private readonly List<SqliteDocuments> _opened = [];

    /// <summary>In a directory that the store has to make.</summary>
    public string Path => System.IO.Path.Combine(_root.FullName, "data", "documents.db");

    public SqliteDocuments Open(Func<SqliteOptions, SqliteOptions>? change = null)
    {
        var options = new SqliteOptions(Path);
        var store = new SqliteDocuments(change is null ? options : change(options), TimeProvider.System);
        _opened.Add(store);
        return store;
    }

    /// <summary>A connection that plays another process: its locks are not ours.</summary>
    public SqliteConnection OpenStranger()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
            await store.DisposeAsync();
        _root.Delete(recursive: true);
    }
}
