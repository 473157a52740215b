using Microsoft.Data.Sqlite;

namespace CddFunctions.Tests.Adapters;

/// <summary>The hand of somebody who owns the file and goes past the application.</summary>
internal static class TamperedDatabase
{
    /// <returns>How many rows were changed.</returns>
    public static int Run(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "cdd.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
