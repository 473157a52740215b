using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>Opens connections and runs the few statements that are not worth preparing.</summary>
internal static class SqliteConnections
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The connection that creates, migrates and writes. Call this before <see cref="OpenReader"/>.</summary>
    public static SqliteConnection OpenWriter(SqliteOptions options)
    {
        CreateFile(options.Path);
        return Open(options, options.Path, SqliteOpenMode.ReadWrite, connection => SqliteSchema.Prepare(connection, options));
    }

    public static SqliteConnection OpenReader(SqliteOptions options) => Open(options, options.Path, SqliteOpenMode.ReadOnly, _ => { });

    /// <summary>
    /// The only connection to a file that nobody can write to now. On a full disk it keeps the index of the write-ahead log in memory, for
    /// which it must be alone; on a disk that is read-only it takes the file as it is, which needs a log that is empty.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The file cannot be read either, or another process uses it.</exception>
    public static SqliteConnection OpenAlone(SqliteOptions options)
    {
        var path = Path.GetFullPath(options.Path);
        try
        {
            return Open(options, path, SqliteOpenMode.ReadWrite, connection => SqliteSchema.ReadAlone(connection, path));
        }
        catch (StorageUnavailableException e) when (IsReadOnly(e) && new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 })
        {
            var asItIs = $"{new Uri(path).AbsoluteUri}?immutable=1";
            return Open(options, asItIs, SqliteOpenMode.ReadOnly, connection => SqliteSchema.ReadAlone(connection, path));
        }
    }

    public static SqliteCommand Prepare(
        this SqliteConnection connection,
        string sql,
        params ReadOnlySpan<(string Name, SqliteType Type)> parameters
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
            command.Parameters.Add(name, type);
        command.Prepare();
        return command;
    }

    public static void Run(this SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = Command(connection, sql, transaction);
        command.ExecuteNonQuery();
    }

    public static long Number(this SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = Command(connection, sql, transaction);
        return (long)command.ExecuteScalar()!;
    }

    public static string Text(this SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql, null);
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>A file on a read-only disk cannot even be locked.</summary>
    private static bool IsReadOnly(StorageUnavailableException e) =>
        e.InnerException
            is SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY }
                or SqliteException { SqliteExtendedErrorCode: raw.SQLITE_IOERR_LOCK };

    private static SqliteCommand Command(SqliteConnection connection, string sql, SqliteTransaction? transaction) =>
        new(sql, connection, transaction);

    private static SqliteConnection Open(SqliteOptions options, string source, SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = source,
                Mode = mode,
                Pooling = false, // our own pool keeps prepared statements
                DefaultTimeout = 1, // seconds; 0 would wait for ever
            }.ToString()
        );
        try
        {
            connection.Open();
            connection.Run($"PRAGMA busy_timeout = {(int)options.BusyTimeout.TotalMilliseconds}");
            prepare(connection);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            if (e.SqliteErrorCode == raw.SQLITE_NOTADB)
                throw new InvalidDataException($"{options.Path} is not an SQLite file.", e);
            throw SqliteErrors.Translate(e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes the file with mode 0600 before SQLite would make it by the umask; the files -wal and -shm get its mode.</summary>
    private static void CreateFile(string path)
    {
        try
        {
            PrivateFolder.Make(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var create = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite,
            };
            if (!OperatingSystem.IsWindows())
                create.UnixCreateMode = OwnerFile;
            File.Open(path, create).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"The document store may not open or write {path}.", e);
        }
    }
}
