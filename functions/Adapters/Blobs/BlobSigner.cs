using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using CddFunctions.Platform.Storage;
using Microsoft.Net.Http.Headers;

namespace CddFunctions.Adapters.Blobs;

/// <summary>
/// Addresses that open one blob for a while. An account without keys signs them with a user delegation key: what the address
/// may do is then at most what the application's identity may do, and they end with that key.
/// </summary>
internal sealed class BlobSigner(BlobServiceClient service) : IDisposable
{
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(6);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1);
    private UserDelegationKey? _key;

    /// <param name="life">By the real clock, which is the one that the store judges by, also in a rehearsal.</param>
    public async Task<Uri> SignAsync(
        BlobBaseClient blob,
        BlobSasPermissions permissions,
        TimeSpan life,
        CancellationToken ct,
        DownloadLabel? label = null
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        var sas = new BlobSasBuilder(permissions, now + life)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            Protocol = IsSecure(blob.Uri) ? SasProtocol.Https : SasProtocol.HttpsAndHttp, // a test server has no TLS
            ContentType = label?.ContentType,
            ContentDisposition = label is null ? null : Attachment(label.FileName),
        };
        if (blob.CanGenerateSasUri)
            return blob.GenerateSasUri(sas);

        var key = await KeyAsync(now, now + life, ct);
        return new BlobUriBuilder(blob.Uri) { Sas = sas.ToSasQueryParameters(key, service.AccountName) }.ToUri();
    }

    public void Dispose() => _one.Dispose();

    /// <summary>A header with the file's name in Thai, and in ASCII for programs that cannot read that (RFC 6266).</summary>
    private static string Attachment(string fileName)
    {
        var header = new ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(fileName);
        return header.ToString();
    }

    private static bool IsSecure(Uri uri) => string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_key is null || _key.SignedExpiresOn < until)
                _key = await BlobErrors.GuardAsync(() => service.GetUserDelegationKeyAsync(now - Skew, until + KeyLife, ct), ct);
            return _key;
        }
        finally
        {
            _one.Release();
        }
    }
}
