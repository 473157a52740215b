using Azure.Core;
using Azure.Storage.Blobs;

namespace CddFunctions.Adapters.Blobs;

/// <summary>The storage account and its three containers.</summary>
internal sealed class BlobAccount
{
    /// <summary>Container of files that clients sent straight to the store and that nobody has taken over yet.</summary>
    public const string Incoming = "incoming";

    /// <summary>Container of measured uploads, and of exports in full.</summary>
    public const string Files = "files";

    /// <summary>Container of exports that viewers' links may read.</summary>
    public const string Published = "published";

    public static readonly IReadOnlyList<string> Containers = [Incoming, Files, Published];

    private BlobAccount(BlobServiceClient service) => (Service, Signer) = (service, new(service));

    public BlobServiceClient Service { get; }

    public BlobSigner Signer { get; }

    /// <param name="change">Further changes of the client, for tests that watch its requests.</param>
    public static BlobAccount Open(BlobOptions options, Func<TokenCredential> credential, Action<BlobClientOptions>? change = null)
    {
        var client = new BlobClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = options.Retries,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(2),
                NetworkTimeout = TimeSpan.FromSeconds(options.TrySeconds),
            },
        };
        change?.Invoke(client);
        return new(
            options.ConnectionString is { } connection
                ? new BlobServiceClient(connection, client)
                : new BlobServiceClient(new Uri(options.ServiceUri!), credential(), client)
        );
    }

    public BlobContainerClient Container(string name) => Service.GetBlobContainerClient(name);
}
