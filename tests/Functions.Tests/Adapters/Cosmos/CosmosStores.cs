using CddFunctions.Adapters.Cosmos;
using CddFunctions.Tests.Servers;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>Stores on the test server, over one client as in the application.</summary>
internal static class CosmosStores
{
    private static readonly Lazy<Task<CosmosClient>> Shared = new(async () => Client(await CosmosServer.SharedAsync()));

    public static async Task<CosmosDocuments> OpenAsync() => new(await ContainerAsync(), TimeProvider.System);

    /// <summary>The container of a new database.</summary>
    public static async Task<Container> ContainerAsync(CosmosClient? client = null)
    {
        var server = await CosmosServer.SharedAsync();
        var settings = await server.CreateDatabaseAsync();
        return (client ?? await Shared.Value).GetContainer(settings["Cosmos:Database"], "documents");
    }

    /// <summary>The one that all share.</summary>
    public static Task<CosmosClient> ClientAsync() => Shared.Value;

    /// <param name="handler">What happens to the requests of this client on their way.</param>
    public static async Task<CosmosClient> ClientAsync(HttpMessageHandler handler) =>
        Client(await CosmosServer.SharedAsync(), () => new HttpClient(handler, disposeHandler: false));

    private static CosmosClient Client(CosmosServer server, Func<HttpClient>? http = null)
    {
        var settings = server.SettingsOf("any");
        var options = new CosmosOptions
        {
            Endpoint = settings["Cosmos:Endpoint"],
            Key = settings["Cosmos:Key"],
            Gateway = true,
        };
        return CosmosClients.Open(options, () => throw new InvalidOperationException("With a key nobody asks for the identity."), http);
    }
}
