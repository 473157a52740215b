using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// The file's identity and its migrations. A file of another application or of a newer program is refused untouched.
/// </summary>
/// <remarks>
/// A rowid table with two indexes, by measurement (SQLite 3.40.1, 2 cores, single thread, rows per second): WITHOUT ROWID
/// takes 22,000 new documents of 300 bytes against 42,000, because its tree keeps bodies on the pages that a key search
/// walks; at 2 MB it reads 280 a second against 1,530. It lists small documents three times as fast (1.6 against 0.5
/// million a second), which no caller here can use up. Making <c>change</c> the rowid inserts as fast, but replaces 2 MB
/// bodies ten times slower, because the row moves.
/// </remarks>
internal static class SqliteSchema
{
    /// <summary>"CDDF" in ASCII, in the SQLite header.</summary>
    internal const int ApplicationId = 0x43444446;

    /// <summary>Entry n brings a file of user_version n to n + 1. Entries never change once released.</summary>
    private static readonly string[] Migrations =
    [
        $"""
            PRAGMA application_id = {ApplicationId};
            CREATE TABLE documents (
                partition TEXT NOT NULL,
                id TEXT NOT NULL,
                change INTEGER NOT NULL,
                body BLOB NOT NULL);
            CREATE UNIQUE INDEX documents_by_id ON documents (partition, id);
            CREATE UNIQUE INDEX documents_by_change ON documents (partition, change);
            CREATE TABLE sequence (last INTEGER NOT NULL);
            INSERT INTO sequence (last) VALUES (0);
            """,
    ];

    /// <exception cref="InvalidDataException">The file belongs to another application or to a newer program.</exception>
    /// <exception cref="StorageUnavailableException">The disk failed, or another process holds a lock.</exception>
    public static void Prepare(SqliteConnection connection, SqliteOptions options)
    {
        RefuseStrangers(connection, options.Path);
        if (!string.Equals(connection.Text("PRAGMA journal_mode = WAL"), "wal", StringComparison.Ordinal))
            throw new StorageUnavailableException($"The file system of {options.Path} has no shared memory, which WAL needs.");

        connection.Run("PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA journal_size_limit = 67108864");
        while (connection.Number("PRAGMA user_version") < Migrations.Length)
            MigrateOnce(connection);
        if (options.MaxPages is { } pages)
            connection.Run($"PRAGMA max_page_count = {pages}");
    }

    /// <summary>Reads a file that cannot be written, and so not brought to this version either.</summary>
    public static void ReadAlone(SqliteConnection connection, string path)
    {
        connection.Run("PRAGMA locking_mode = EXCLUSIVE");
        RefuseStrangers(connection, path);
        if (connection.Number("PRAGMA user_version") != Migrations.Length)
            throw new StorageUnavailableException($"{path} was written by an older program and cannot be brought up to date now.");
    }

    private static void RefuseStrangers(SqliteConnection connection, string path)
    {
        var application = connection.Number("PRAGMA application_id");
        var version = connection.Number("PRAGMA user_version");
        var isNew = application == 0 && version == 0 && connection.Number("SELECT count(*) FROM sqlite_master") == 0;
        if (!isNew && application != ApplicationId)
            throw new InvalidDataException($"{path} belongs to another application (application_id 0x{application:x8}).");
        if (version > Migrations.Length)
            throw new InvalidDataException(
                $"{path} was written by a newer program (version {version}; this one knows {Migrations.Length})."
            );
    }

    /// <summary>The version is read again inside the transaction: another process may have migrated meanwhile.</summary>
    private static void MigrateOnce(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = connection.Number("PRAGMA user_version", transaction);
        if (version < Migrations.Length)
            connection.Run($"{Migrations[version]} PRAGMA user_version = {version + 1}", transaction);
        transaction.Commit();
    }
}
