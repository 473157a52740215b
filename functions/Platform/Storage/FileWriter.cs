using System.Security.Cryptography;

namespace CddFunctions.Platform.Storage;

/// <summary>A file that is being written. Disposed without <see cref="CommitAsync"/>, nothing of it is kept.</summary>
public abstract class FileWriter : IAsyncDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string _name;
    private long _length;

    protected FileWriter(string name)
    {
        _name = name;
        Content = new FileWriterStream(this);
    }

    /// <summary>
    /// Takes the content from beginning to end. Disposing it neither keeps nor drops the file; writing to it throws when the store is out.
    /// </summary>
    public Stream Content { get; }

    /// <summary>Puts the file in place, once; a file for which this returned survives a power cut.</summary>
    public async Task<StoredFile> CommitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await KeepAsync(ct);
        return new(_name, _length, Convert.ToHexStringLower(_hash.GetCurrentHash()));
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        _hash.Dispose();
        GC.SuppressFinalize(this);
    }

    internal ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Measure(bytes.Span);
        return AppendAsync(bytes, ct);
    }

    internal void Write(ReadOnlySpan<byte> bytes)
    {
        Measure(bytes);
        Append(bytes);
    }

    protected abstract ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    protected abstract void Append(ReadOnlySpan<byte> bytes);

    protected abstract Task KeepAsync(CancellationToken ct);

    /// <summary>Frees what the writer holds, and removes the file unless it was kept.</summary>
    protected abstract ValueTask DropAsync();

    private void Measure(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _length += bytes.Length;
    }
}
