using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace CddFunctions.Adapters.Sqlite;

/// <summary>
/// Chooses the native SQLite once per process: the operating system's, because its vendor patches it, or the one in
/// SQLitePCLRaw.bundle_e_sqlite3 where the system has none.
/// </summary>
internal static class SqliteLibrary
{
    private const string ProviderName = "e_sqlite3";
    private const string SystemName = "libsqlite3.so.0";

    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>Version of the library in use, such as <c>3.40.1</c>; the first use loads it.</summary>
    public static string Version => Loaded.Value;

    private static string Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider(); // Microsoft.Data.Sqlite would have the bundle set it again
        return raw.sqlite3_libversion().utf8_to_string();
    }

    /// <summary>Zero leaves the search to the runtime, which finds the bundle's copy.</summary>
    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        string.Equals(name, ProviderName, StringComparison.Ordinal) && NativeLibrary.TryLoad(SystemName, out var library)
            ? library
            : IntPtr.Zero;
}
