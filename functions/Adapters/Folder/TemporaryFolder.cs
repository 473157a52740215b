using System.Buffers;
using System.Security.Cryptography;
using CddFunctions.Platform;

namespace CddFunctions.Adapters.Folder;

/// <summary>Where files grow until they are whole: <c>root/.tmp</c>, on the same file system so that a rename is atomic.</summary>
internal sealed class TemporaryFolder
{
    private const int BufferLength = 81_920;
    private readonly string _path;

    public TemporaryFolder(string root)
    {
        _path = Path.Combine(root, ".tmp");
        PrivateFolder.Make(_path);
        foreach (var leftover in Directory.EnumerateFiles(_path))
            DeleteUnlessInUse(leftover);
    }

    public string NewPath() => Path.Combine(_path, Guid.NewGuid().ToString("n"));

    /// <summary>Writes and fsyncs the content, hashing on the way.</summary>
    /// <returns>Null as soon as the content is longer than <paramref name="maxLength"/>.</returns>
    public static async Task<(long Length, string Sha256)?> CopyAsync(Stream content, string path, long maxLength, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = Disk.Guard(() => Disk.Create(path));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            long length = 0;
            // Outside the guard: a failing sender is not a failing store.
            while (await content.ReadAsync(buffer.AsMemory(0, BufferLength), ct) is > 0 and var read)
            {
                if ((length += read) > maxLength)
                    return null;

                hash.AppendData(buffer, 0, read);
                await Disk.GuardAsync(() => file.WriteAsync(buffer, 0, read, ct));
            }

            ct.ThrowIfCancellationRequested();
            Disk.Guard(() => file.Flush(flushToDisk: true));
            return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

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
