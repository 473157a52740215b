namespace CddFunctions.Adapters.Cosmos;

/// <summary>The Cosmos DB account, for <c>Storage:Documents</c> = <c>cosmos</c>.</summary>
public sealed class CosmosOptions
{
    /// <summary>Address of the account, such as <c>https://NAME.documents.azure.com:443/</c>.</summary>
    public string? Endpoint
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>Key of the account; empty = the managed identity, as in Azure, where accounts have no keys.</summary>
    public string? Key
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>Name of the database.</summary>
    public string Database { get; set; } = "cdd";

    /// <summary>Name of the one container, with the partition key <c>/partition</c>: docs/storage.md.</summary>
    public string Container { get; set; } = "documents";

    /// <summary>
    /// True: HTTPS to this one address only (test servers, private networks); false: TCP to the replicas, which is faster.
    /// </summary>
    public bool Gateway { get; set; }

    public static bool IsComplete(CosmosOptions options) =>
        Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint)
        && endpoint.Scheme is "https" or "http"
        && options is { Database.Length: > 0, Container.Length: > 0 };
}
