using CddFunctions.Adapters.Sqlite;
using Microsoft.Data.Sqlite;

namespace CddFunctions.Tests.Adapters;

/// <summary>Asks SQLite itself whether a file is whole, also while a server has it open.</summary>
internal static class SqliteIntegrity
{
    /// <returns><c>ok</c>, or the first fault.</returns>
    public static string Check(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection.Text("PRAGMA integrity_check");
    }
}
