using System.Text.Json;
using CddFunctions.Tests.Host.FunctionsHost;
using CddFunctions.Tests.Servers;

namespace CddFunctions.Tests.Http.Heads;

/// <summary>
/// The published folder behind what stands in for the Azure Functions host, with its stores in Cosmos DB and Blob test servers.
/// </summary>
internal sealed class FunctionsHead : IServerHead
{
    /// <summary>File that ./test reads: every function that was reached, one per line.</summary>
    private static readonly string? Covered = Environment.GetEnvironmentVariable("CDD_TEST_COVERED");

    private static readonly Lock Gate = new();

    private readonly StandIn _host;

    private FunctionsHead(StandIn host) => _host = host;

    public string Address => _host.Address;

    public static async Task<FunctionsHead> StartAsync(ServerPlan plan, CancellationToken ct)
    {
        var environment = (
            plan with
            {
                Settings = plan.Settings.Concat(await StoresAsync(plan.Folder)).ToDictionary(StringComparer.Ordinal),
            }
        ).Environment();
        environment["AdminKey"] = ""; // its own, from the folder
        return new(await StandIn.StartAsync(TestHead.PublishedFolder, environment, ct));
    }

    /// <summary>Fresh ones for a fresh folder; a second server on a folder finds those of the first.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> StoresAsync(string folder)
    {
        var file = Path.Combine(folder, "stores.json");
        if (File.Exists(file))
            return JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(file))!;

        var cosmos = await CosmosServer.SharedAsync();
        var azurite = await AzuriteServer.SharedAsync();
        var stores = (await cosmos.CreateDatabaseAsync())
            .Concat(await azurite.CreateContainersAsync())
            .ToDictionary(StringComparer.Ordinal);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(stores));
        return stores;
    }

    public Task FireAsync(string timer) => _host.FireAsync(timer);

    public async Task<string> EndAsync()
    {
        await _host.DisposeAsync();
        if (Covered is not null)
        {
            lock (Gate)
                File.AppendAllLines(Covered, _host.Covered);
        }

        return _host.Log;
    }
}
