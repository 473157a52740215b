using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Folder;

/// <summary>Where files grow until they are whole: <c>root/.tmp</c>, on the same file system so that a rename is atomic.</summary>
internal sealed class TemporaryFolder
{
    private readonly string _path;

    public TemporaryFolder(string root)
    {
        _path = Path.Combine(root, ".tmp");
        PrivateFolder.Make(_path);
        foreach (var leftover in Directory.EnumerateFiles(_path))
            DeleteUnlessInUse(leftover);
    }

    public string NewPath() => Path.Combine(_path, Guid.NewGuid().ToString("n"));

    /// <summary>A writer, also one of another process, holds its file locked, so only abandoned files can be opened.</summary>
    private static void DeleteUnlessInUse(string path)
    {
        try
        {
            using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                File.Delete(path);
        }
        catch (IOException)
        {
            // In use: not a leftover.
        }
    }
}
