namespace CddFunctions.Platform.Storage;

/// <summary>Folders that only their owner may look into: they hold names, telephone numbers and secrets.</summary>
public static class PrivateFolder
{
    /// <summary>Makes what is missing, mode 0700; a folder that is there keeps the mode its owner gave it.</summary>
    /// <remarks>Parents first and one by one: .NET gives the mode to the last folder of a path only.</remarks>
    public static void Make(string path)
    {
        if (Directory.Exists(path))
            return;

        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
            Make(parent);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
