using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Blobs;

/// <summary>The container <c>incoming</c>, into which clients write with an address that may create and write one blob.</summary>
internal sealed class BlobIncoming(BlobAccount account, TimeProvider clock) : IIncoming
{
    // Inside one account a copy is nearly always done at once. One that takes longer fails as an outage, and the sender tries again.
    private static readonly TimeSpan CopyPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CopyPause = TimeSpan.FromMilliseconds(200);

    private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob" };

    private readonly BlobContainerClient _incoming = account.Container(BlobAccount.Incoming);
    private readonly BlobContainerClient _files = account.Container(BlobAccount.Files);

    public string Origin { get; } = account.Service.Uri.GetLeftPart(UriPartial.Authority);

    public async Task<UploadAddress?> AnnounceAsync(string name, TimeSpan life, CancellationToken ct) =>
        new(await account.Signer.SignAsync(BlobOf(name), BlobSasPermissions.Create | BlobSasPermissions.Write, life, ct), Headers);

    public async Task<ArrivedFile?> FindAsync(string name, CancellationToken ct) =>
        await BlobFiles.FindAsync(BlobOf(name), ct) is { } found ? Arrived(name, found.ContentLength, found.ETag, found.ContentHash) : null;

    public Stream Open(ArrivedFile file) => new BlobReadStream(BlobOf(file.Name), file.Length, new ETag(file.Version));

    public async Task<bool> KeepAsync(ArrivedFile file, string name, CancellationToken ct)
    {
        var target = _files.GetBlockBlobClient(FileNames.Check(name));
        var source = await account.Signer.SignAsync(BlobOf(file.Name), BlobSasPermissions.Read, CopyPatience * 2, ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(CopyPatience);
        return await BlobErrors.GuardAsync(() => CopyAsync(target, source, file, patience.Token), ct);
    }

    public Task RemoveAsync(ArrivedFile file, CancellationToken ct) =>
        BlobErrors.GuardAsync(
            async () =>
            {
                try
                {
                    var condition = new BlobRequestConditions { IfMatch = new ETag(file.Version) };
                    return (await BlobOf(file.Name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, condition, ct)).Value;
                }
                catch (RequestFailedException e) when (e.Status == BlobErrors.Changed)
                {
                    return false;
                }
            },
            ct
        );

    public async IAsyncEnumerable<ArrivedFile> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        FileNames.CheckPrefix(prefix);
        await foreach (var blob in BlobFiles.ListAsync(_incoming, prefix, BlobTraits.None, ct))
            yield return Arrived(
                blob.Name,
                blob.Properties.ContentLength ?? 0,
                blob.Properties.ETag ?? default,
                blob.Properties.ContentHash
            );
    }

    /// <remarks>Uses Copy Blob and not Put Blob From URL: it has no limit of size, and the test server knows it too.</remarks>
    private async Task<bool> CopyAsync(BlockBlobClient target, Uri source, ArrivedFile file, CancellationToken ct)
    {
        try
        {
            var copy = await target.StartCopyFromUriAsync(
                source,
                new BlobCopyFromUriOptions
                {
                    Metadata = BlobTimes.Now(clock),
                    SourceConditions = new() { IfMatch = new ETag(file.Version) },
                },
                ct
            );
            var copied = await copy.WaitForCompletionAsync(CopyPause, ct);
            return copied.Value == file.Length ? true : throw new IOException("The store did not copy the whole file.");
        }
        catch (RequestFailedException e) when (e.Status is BlobErrors.Changed or BlobErrors.NotFound)
        {
            return false;
        }
    }

    private BlockBlobClient BlobOf(string name) => _incoming.GetBlockBlobClient(FileNames.Check(name));

    // "H" puts the version in quotes, which a condition needs and a version from a list does not have.
    private static ArrivedFile Arrived(string name, long length, ETag version, byte[]? md5) =>
        new(name, length, version.ToString("H"), md5 is { Length: > 0 } ? Convert.ToHexStringLower(md5) : null);
}
