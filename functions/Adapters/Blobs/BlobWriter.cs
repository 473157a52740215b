using System.Globalization;
using System.Text;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Blobs;

/// <summary>
/// Sends blocks while the content grows and commits their list at the end. The SDK's OpenWrite puts an empty blob in place
/// first, which somebody could read; a list is committed whole or not at all, and blocks of no list are removed by the service.
/// </summary>
internal sealed class BlobWriter(string name, BlockBlobClient blob, TimeProvider clock) : FileWriter(name)
{
    /// <summary>Memory for one file that is being written. A file up to this length is one request.</summary>
    public const int BlockLength = 4 * 1_048_576;

    private readonly string _own = Guid.NewGuid().ToString("n");
    private readonly List<string> _blocks = [];
    private readonly MemoryStream _pending = new();

    protected override async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (_pending.Length + bytes.Length > BlockLength && _pending.Length > 0)
            await StageAsync(ct);
        _pending.Write(bytes.Span);
    }

    /// <remarks>
    /// The bytes stay in memory until the next asynchronous write or the commit sends them: only the few closing bytes of a file format are
    /// written synchronously.
    /// </remarks>
    protected override void Append(ReadOnlySpan<byte> bytes) => _pending.Write(bytes);

    protected override Task KeepAsync(CancellationToken ct) =>
        _blocks.Count == 0 ? BlobErrors.GuardAsync(() => PutAsync(ct), ct) : CommitBlocksAsync(ct);

    protected override ValueTask DropAsync() => _pending.DisposeAsync();

    private async Task<BlobContentInfo> PutAsync(CancellationToken ct)
    {
        _pending.Position = 0;
        return await blob.UploadAsync(
            _pending,
            new BlobUploadOptions
            {
                Metadata = BlobTimes.Now(clock),
                TransferOptions = new StorageTransferOptions { InitialTransferSize = _pending.Length + 1 },
            },
            ct
        );
    }

    private async Task CommitBlocksAsync(CancellationToken ct)
    {
        if (_pending.Length > 0)
            await StageAsync(ct);
        await BlobErrors.GuardAsync(
            async () => await blob.CommitBlockListAsync(_blocks, new CommitBlockListOptions { Metadata = BlobTimes.Now(clock) }, ct),
            ct
        );
    }

    private async Task StageAsync(CancellationToken ct)
    {
        var id = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{_own}{_blocks.Count.ToString("d6", CultureInfo.InvariantCulture)}"));
        _pending.Position = 0;
        await BlobErrors.GuardAsync(async () => await blob.StageBlockAsync(id, _pending, cancellationToken: ct), ct);
        _blocks.Add(id);
        _pending.SetLength(0);
    }
}
