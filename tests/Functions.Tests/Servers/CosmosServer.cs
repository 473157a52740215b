namespace CddFunctions.Tests.Servers;

/// <summary>
/// One Cosmos DB test server for the whole test process, begun by the first who asks. Each test has a database of its own.
/// </summary>
internal sealed class CosmosServer
{
    /// <summary>The server looks at no key; the SDK wants base64.</summary>
    private const string Key = "bm8gc2VjcmV0OiB0aGUgdGVzdCBzZXJ2ZXIgbG9va3MgYXQgbm8ga2V5";
    private static readonly Lazy<Task<CosmosServer>> Shared = new(StartAsync);

    private readonly NodeServer _node;
    private readonly HttpClient _http;

    private CosmosServer(NodeServer node) => (_node, _http) = (node, new HttpClient { BaseAddress = node.Address });

    public Uri Address => _node.Address;

    public string Output => _node.Output;

    public static Task<CosmosServer> SharedAsync() => Shared.Value;

    /// <summary>A new database with the container of the application.</summary>
    /// <returns>The settings with which a process uses it, such as <c>Cosmos:Endpoint</c>.</returns>
    public async Task<IReadOnlyDictionary<string, string>> CreateDatabaseAsync()
    {
        var database = await CreateEmptyDatabaseAsync();
        await CreateContainerAsync(database, "documents", "/partition");
        return SettingsOf(database);
    }

    /// <summary>What infra-bicep has not finished: a database without containers.</summary>
    public async Task<string> CreateEmptyDatabaseAsync()
    {
        var database = $"test-{Guid.NewGuid():N}";
        await PostAsync("dbs", new { id = database });
        return database;
    }

    public Task CreateContainerAsync(string database, string container, string partitionKey) =>
        PostAsync(
            $"dbs/{database}/colls",
            new
            {
                id = container,
                partitionKey = new
                {
                    paths = new[] { partitionKey },
                    kind = "Hash",
                    version = 2,
                },
            }
        );

    public IReadOnlyDictionary<string, string> SettingsOf(string database) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:Documents"] = "cosmos",
            ["Cosmos:Endpoint"] = Address.ToString(),
            ["Cosmos:Key"] = Key,
            ["Cosmos:Database"] = database,
            ["Cosmos:Gateway"] = "true",
        };

    private static async Task<CosmosServer> StartAsync() => new(await NodeServer.StartAsync("cosmos.mjs", port => [$"{port}"]));

    private async Task PostAsync(string path, object content)
    {
        using var answer = await _http.PostAsJsonAsync(path, content);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}\n{Output}");
    }
}
