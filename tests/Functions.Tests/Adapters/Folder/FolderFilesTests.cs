using System.Runtime.Versioning;
using CddFunctions.Adapters.Folder;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Platform;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Adapters.Folder;

public sealed class FolderFilesTests : FilesContract, IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "cdd-files-" + Guid.NewGuid().ToString("n"));
    private readonly FolderFiles _files;

    public FolderFilesTests() => _files = new FolderFiles(_root, new FakeTimeProvider(Noon));

    protected override IFiles Files => _files;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_may_read_folders_and_files()
    {
        await WriteAsync(Name, "x");

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(_root, Name)));
        foreach (var folder in Directory.EnumerateDirectories(_root, "*", SearchOption.AllDirectories).Append(_root))
            Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Nothing_temporary_stays_after_a_refused_and_a_kept_write()
    {
        await WriteAsync(Name, "x");
        await Files.WriteAsync(Name, new MemoryStream(new byte[10]), 9, Ct);

        Assert.Empty(Temporaries());
    }

    [Fact]
    public async Task A_start_removes_what_a_crash_left_but_not_what_is_being_written()
    {
        await WriteAsync(Name, "kept");
        var leftover = Path.Combine(_root, ".tmp", "leftover");
        await File.WriteAllTextAsync(leftover, "half", Ct);
        var inUse = Path.Combine(_root, ".tmp", "in-use");
        await using var writer = new FileStream(inUse, FileMode.Create, FileAccess.Write, FileShare.None);

        _ = new FolderFiles(_root, TimeProvider.System);

        Assert.Equal([inUse], Temporaries());
        Assert.Equal([Name], await ListAsync(""));
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_an_outage()
    {
        Directory.Delete(Path.Combine(_root, ".tmp"));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Files.WriteAsync(Name, Stream.Null, 1, Ct));
    }

    [Fact]
    public async Task A_full_disk_is_an_outage()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");

        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Disk.GuardAsync(() => full.WriteAsync(new byte[10], 0, 10, Ct)));
    }

    [Fact]
    public async Task A_place_that_cannot_be_taken_is_an_outage_and_leaves_nothing_temporary()
    {
        await WriteAsync("a/b", "a file where a folder would be");

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Files.WriteAsync("a/b/c", Stream.Null, 1, Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Files.WriteAsync("a", Stream.Null, 1, Ct));

        Assert.Empty(Temporaries());
    }

    private string[] Temporaries() => Directory.GetFiles(Path.Combine(_root, ".tmp"));
}
