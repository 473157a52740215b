using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Blobs;

/// <summary>A container as file store: a block blob per name.</summary>
internal sealed class BlobFiles(BlobAccount account, string container, TimeProvider clock) : IFiles
{
    private readonly BlobContainerClient _container = account.Container(container);

    public FileWriter OpenWrite(string name) => new BlobWriter(name, BlobOf(name), clock);

    public async Task<Stream?> OpenAsync(string name, CancellationToken ct)
    {
        var blob = BlobOf(name);
        return await FindAsync(blob, ct) is { } found ? new BlobReadStream(blob, found.ContentLength, found.ETag) : null;
    }

    public async Task DeleteAsync(string name, CancellationToken ct)
    {
        var blob = BlobOf(name);
        await BlobErrors.GuardAsync(() => blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: ct), ct);
    }

    public async IAsyncEnumerable<ListedFile> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        FileNames.CheckPrefix(prefix);
        await foreach (var blob in ListAsync(_container, prefix, BlobTraits.Metadata, ct))
        {
            yield return new(
                blob.Name,
                blob.Properties.ContentLength ?? 0,
                BlobTimes.Of(blob.Metadata, blob.Properties.LastModified ?? DateTimeOffset.MaxValue)
            );
        }
    }

    public async Task<Uri?> AddressAsync(string name, DownloadLabel label, TimeSpan life, CancellationToken ct) =>
        await account.Signer.SignAsync(BlobOf(name), BlobSasPermissions.Read, life, ct, label);

    /// <returns>Null when it is not there.</returns>
    internal static Task<BlobProperties?> FindAsync(BlobBaseClient blob, CancellationToken ct) =>
        BlobErrors.GuardAsync(
            async () =>
            {
                try
                {
                    return (BlobProperties?)(await blob.GetPropertiesAsync(cancellationToken: ct)).Value;
                }
                catch (RequestFailedException e) when (e.Status == BlobErrors.NotFound && e.ErrorCode != BlobErrorCode.ContainerNotFound)
                {
                    return null;
                }
            },
            ct
        );

    internal static async IAsyncEnumerable<BlobItem> ListAsync(
        BlobContainerClient container,
        string prefix,
        BlobTraits traits,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var wanted = new GetBlobsOptions { Traits = traits, Prefix = prefix };
        await using var pages = container.GetBlobsAsync(wanted, ct).GetAsyncEnumerator(ct);
        while (await BlobErrors.GuardAsync(() => pages.MoveNextAsync().AsTask(), ct))
            yield return pages.Current;
    }

    private BlockBlobClient BlobOf(string name) => _container.GetBlockBlobClient(FileNames.Check(name));
}
