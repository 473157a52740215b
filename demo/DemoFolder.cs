using CddFunctions.Platform.Storage;

namespace CddFunctions.Demo;

/// <summary>
/// The demo's own data folder, new at each start. Only a folder that a demo made (its marker says so) is ever removed,
/// and not while another demo holds it.
/// </summary>
public sealed class DemoFolder : IDisposable
{
    private const string Marker = ".cdd-demo";

    private readonly FileStream _held;

    private DemoFolder(string path, FileStream held) => (Path, _held) = (path, held);

    public string Path { get; }

    /// <exception cref="DemoFailedException">The folder holds something else, or another demo runs in it.</exception>
    public static DemoFolder Fresh(string folder)
    {
        var path = System.IO.Path.GetFullPath(folder);
        var marker = System.IO.Path.Combine(path, Marker);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (!File.Exists(marker))
                throw new DemoFailedException(
                    $"ไม่ใช่โฟลเดอร์สาธิต จึงไม่ลบ / {path} was not made by a demo, so it is left alone. Name another folder with --data."
                );

            Hold(marker).Dispose();
            Directory.Delete(path, recursive: true);
        }

        PrivateFolder.Make(path);
        return new(path, Hold(marker));
    }

    public void Dispose() => _held.Dispose();

    private static FileStream Hold(string marker)
    {
        try
        {
            return new(marker, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DemoFailedException(
                $"มีการสาธิตอื่นใช้โฟลเดอร์นี้อยู่ / another demo is running in {System.IO.Path.GetDirectoryName(marker)}. Stop it, or name another folder with --data."
            );
        }
    }
}
