using System.Runtime.InteropServices;
using System.Text;

namespace CddFunctions.Adapters.Folder;

/// <summary>fsync of a folder, which .NET cannot open: without it a rename may be lost in a power cut.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return; // NTFS journals the rename itself

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (descriptor < 0)
            throw Failed();

        try
        {
            if (Sync(descriptor) != 0)
                throw Failed();
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed() => new(Marshal.GetLastPInvokeErrorMessage());

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
