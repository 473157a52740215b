using Azure.Core;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>How the application talks to Cosmos DB.</summary>
internal static class CosmosClients
{
    /// <summary>
    /// How long the SDK tries again after answers of 429. It is shorter than the budget of a call, which can then still end with that
    /// answer.
    /// </summary>
    private static readonly TimeSpan ThrottleWait = TimeSpan.FromSeconds(5);

    /// <param name="credential">Asked for only when there is no key.</param>
    /// <param name="http">For tests: makes the client that sends the requests of Gateway mode.</param>
    public static CosmosClient Open(CosmosOptions options, Func<TokenCredential> credential, Func<HttpClient>? http = null)
    {
        var settings = new CosmosClientOptions
        {
            ApplicationName = "CddFunctions",
            ConnectionMode = options.Gateway ? ConnectionMode.Gateway : ConnectionMode.Direct,
            LimitToEndpoint = options.Gateway,
            EnableContentResponseOnWrite = false,
            MaxRetryWaitTimeOnRateLimitedRequests = ThrottleWait,
        };
        if (http is not null)
            settings.HttpClientFactory = http;
        return options.Key is { } key ? new(options.Endpoint, key, settings) : new(options.Endpoint, credential(), settings);
    }
}
