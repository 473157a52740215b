using System.ComponentModel.DataAnnotations;

namespace CddFunctions.Adapters.Blobs;

/// <summary>
/// The storage account for <c>Storage:Files = blob</c>. Its containers are <c>incoming</c>, <c>files</c> and <c>published</c>.
/// </summary>
public sealed class BlobOptions
{
    /// <summary>Address of the account's blob service, opened with the application's managed identity.</summary>
    public string? ServiceUri
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>Instead of the address, for a test server: an account with a key.</summary>
    public string? ConnectionString
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>How often a request to the store is tried again, with growing pauses, before it counts as an outage.</summary>
    [Range(0, 10, ErrorMessage = "Blob:Retries is from 0 to 10.")]
    public int Retries { get; set; } = 3;

    /// <summary>Seconds that one try may take. With the retries it must stay far below the 230 seconds of Azure's front end.</summary>
    [Range(1, 60, ErrorMessage = "Blob:TrySeconds is from 1 to 60.")]
    public int TrySeconds { get; set; } = 10;

    /// <summary>True when either the address, which has to be https, or the connection string is set, and not both.</summary>
    public static bool IsComplete(BlobOptions options) =>
        (options.ServiceUri is null) != (options.ConnectionString is null)
        && (
            options.ServiceUri is null
            || (
                Uri.TryCreate(options.ServiceUri, UriKind.Absolute, out var uri)
                && string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            )
        );
}
