using System.Runtime.CompilerServices;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Folder;

/// <summary>
/// The file store of one machine: a file per name under <c>root</c>, folders 0700, files 0600. A write is a temporary file
/// in <c>root/.tmp</c>, fsync, rename, fsync of the folder: after a crash the old content or the new one is there, whole.
/// </summary>
public sealed class FolderFiles : IFiles
{
    // Also skips .tmp, which is hidden by its dot, and links that someone else put there.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
    };

    private readonly string _root;
    private readonly TimeProvider _clock;
    private readonly TemporaryFolder _temporary;

    /// <summary>Makes the folder when it is missing and removes temporary files that a crash left behind.</summary>
    public FolderFiles(string root, TimeProvider clock)
    {
        _root = Path.GetFullPath(root);
        _clock = clock;
        _temporary = Disk.Guard(() => new TemporaryFolder(_root));
    }

    public FileWriter OpenWrite(string name) => new FolderWriter(name, PathOf(name), _root, _temporary.NewPath(), _clock);

    public Task<Stream?> OpenAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(Disk.Guard(() => Disk.OpenIfThere(path)));
    }

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        ct.ThrowIfCancellationRequested();
        Disk.Guard(() => Disk.DeleteIfThere(path));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<ListedFile> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        FileNames.CheckPrefix(prefix);
        var folder = new DirectoryInfo(Path.Combine(_root, prefix[..(prefix.LastIndexOf('/') + 1)]));
        if (!folder.Exists)
            yield break;

        using var files = Disk.Guard(() => folder.EnumerateFiles("*", Everything).GetEnumerator());
        while (Disk.Guard(files.MoveNext))
        {
            ct.ThrowIfCancellationRequested();
            var name = NameOf(files.Current.FullName);
            if (name.StartsWith(prefix, StringComparison.Ordinal) && Disk.Guard(() => Describe(name, files.Current)) is { } file)
                yield return file;
        }

        await Task.CompletedTask; // the file system has no asynchronous listing
    }

    public Task<Uri?> AddressAsync(string name, DownloadLabel label, TimeSpan life, CancellationToken ct)
    {
        FileNames.Check(name);
        return Task.FromResult<Uri?>(null);
    }

    private string PathOf(string name) => Path.Combine(_root, FileNames.Check(name));

    private string NameOf(string path) => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static ListedFile? Describe(string name, FileInfo file)
    {
        try
        {
            return new ListedFile(name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
        }
        catch (FileNotFoundException)
        {
            return null; // deleted since it was listed
        }
    }
}
