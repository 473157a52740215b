using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace CddFunctions.Adapters.Blobs;

/// <summary>
/// A blob from any place, in blocks of 128 KB of which the last 16 stay in memory: to measure a video of 500 MB a few of them
/// are fetched. Each is asked for in the version it was opened in, so a blob that changed fails as an outage.
/// </summary>
internal sealed class BlobReadStream(BlobBaseClient blob, long length, ETag version) : Stream
{
    private const int BlockLength = 131_072;
    private const int Kept = 16;

    private readonly LinkedList<(long Number, ReadOnlyMemory<byte> Bytes)> _blocks = new();
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || buffer.IsEmpty)
            return 0;

        var number = _position / BlockLength;
        return Take(buffer, Find(number) ?? Keep(number, BlobErrors.Guard(() => blob.DownloadContent(Range(number)).Value)));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
            return 0;

        var number = _position / BlockLength;
        var block =
            Find(number)
            ?? Keep(
                number,
                await BlobErrors.GuardAsync(() => blob.DownloadContentAsync(Range(number), cancellationToken), cancellationToken)
            );
        return Take(buffer.Span, block);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target =
            offset
            + origin switch
            {
                SeekOrigin.Begin => 0,
                SeekOrigin.Current => _position,
                _ => length,
            };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        return _position = target;
    }

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private BlobDownloadOptions Range(long number) =>
        new()
        {
            Range = new HttpRange(number * BlockLength, Math.Min(BlockLength, length - (number * BlockLength))),
            Conditions = new() { IfMatch = version },
        };

    private ReadOnlyMemory<byte>? Find(long number)
    {
        for (var node = _blocks.First; node is not null; node = node.Next)
        {
            if (node.Value.Number != number)
                continue;

            _blocks.Remove(node);
            _blocks.AddFirst(node);
            return node.Value.Bytes;
        }

        return null;
    }

    private ReadOnlyMemory<byte> Keep(long number, BlobDownloadResult got)
    {
        if (_blocks.Count == Kept)
            _blocks.RemoveLast();
        return _blocks.AddFirst((number, got.Content.ToMemory())).Value.Bytes;
    }

    private int Take(Span<byte> buffer, ReadOnlyMemory<byte> block)
    {
        var from = block.Span[(int)(_position % BlockLength)..];
        var count = Math.Min(from.Length, buffer.Length);
        from[..count].CopyTo(buffer);
        _position += count;
        return count;
    }
}
