using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>Which SQLite errors are an outage (503, try again) and which are a bug of ours (500).</summary>
internal static class SqliteErrors
{
    public static bool IsOutage(Exception e) => e is SqliteException { SqliteErrorCode: var code } && Reason(code) is not null;

    /// <summary>The exception for one caller: an outage in the port's words, anything else as it is.</summary>
    public static Exception Translate(Exception e) =>
        e is SqliteException { SqliteErrorCode: var code } && Reason(code) is { } reason
            ? new StorageUnavailableException($"The document store {reason}.", e)
            : e;

    private static string? Reason(int code) =>
        code switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => "is locked by another process",
            raw.SQLITE_FULL => "has no space left",
            raw.SQLITE_IOERR or raw.SQLITE_NOMEM => "cannot read or write its file",
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => "may not open or write its file",
            raw.SQLITE_CORRUPT => "has a damaged file",
            _ => null,
        };
}
