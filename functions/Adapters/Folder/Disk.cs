using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Folder;

/// <summary>File system calls that outlive a power cut, and the one place where their errors become an outage.</summary>
internal static class Disk
{
    public static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (IsOutage(e))
        {
            throw Outage(e);
        }
    }

    public static void Guard(Action action) =>
        Guard(() =>
        {
            action();
            return 0;
        });

    public static async Task GuardAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception e) when (IsOutage(e))
        {
            throw Outage(e);
        }
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    public static void MoveIntoPlace(string temporary, string path, string root, DateTimeOffset now)
    {
        var folder = Path.GetDirectoryName(path)!;
        var isNew = !Directory.Exists(folder);
        PrivateFolder.Make(folder);
        File.SetLastWriteTimeUtc(temporary, now.UtcDateTime);
        File.Move(temporary, path, overwrite: true);
        FolderSync.Flush(folder);

        // A new folder is an entry of its parent, which must reach the disk as well.
        while (isNew && !string.Equals(folder, root, StringComparison.Ordinal))
        {
            folder = Path.GetDirectoryName(folder)!;
            FolderSync.Flush(folder);
        }
    }

    public static Stream? OpenIfThere(string path)
    {
        try
        {
            return new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                4096,
                FileOptions.Asynchronous | FileOptions.RandomAccess
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public static void DeleteIfThere(string path)
    {
        if (!File.Exists(path))
            return;

        File.Delete(path);
        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }

    public static bool IsOutage(Exception e) => e is IOException or UnauthorizedAccessException;

    public static StorageUnavailableException Outage(Exception e) => new("The file store cannot be used.", e);
}
