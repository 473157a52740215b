using CddFunctions.Adapters.Cosmos;
using CddFunctions.Tests.Servers;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>What whoever installs is told when Bicep has not been there, or somewhere else.</summary>
public sealed class CosmosStartCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_with_its_container_is_fine()
    {
        Assert.Empty(await FaultsAsync((await CosmosStores.ContainerAsync()).Database.Id));
    }

    [Fact]
    public async Task A_missing_database_is_named()
    {
        var fault = Assert.Single(await FaultsAsync("nowhere"));

        Assert.Contains("ไม่มีฐานข้อมูล nowhere", fault, StringComparison.Ordinal);
        Assert.Contains("has no database 'nowhere'", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_container_is_named()
    {
        var database = await (await CosmosServer.SharedAsync()).CreateEmptyDatabaseAsync();

        var fault = Assert.Single(await FaultsAsync(database));

        Assert.Contains($"ไม่มีคอนเทนเนอร์ {database}/documents", fault, StringComparison.Ordinal);
        Assert.Contains($"has no container '{database}/documents'", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_partition_key_is_named()
    {
        var server = await CosmosServer.SharedAsync();
        var database = await server.CreateEmptyDatabaseAsync();
        await server.CreateContainerAsync(database, "documents", "/id");

        var fault = Assert.Single(await FaultsAsync(database));

        Assert.Contains("has the partition key /id instead of /partition", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_does_not_answer_is_named()
    {
        var options = new CosmosOptions
        {
            Endpoint = "http://127.0.0.1:9/",
            Key = "bm9uZQ==",
            Gateway = true,
        };
        using var client = CosmosClients.Open(options, () => throw new InvalidOperationException());

        var fault = Assert.Single(
            await new CosmosStartCheck(client, client.GetContainer("a", "documents"), TimeProvider.System).FaultsAsync(Ct)
        );

        Assert.Contains("http://127.0.0.1:9/ cannot be opened", fault, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(string database)
    {
        using var client = await CosmosStores.ClientAsync(new HttpClientHandler());
        return await new CosmosStartCheck(client, client.GetContainer(database, "documents"), TimeProvider.System).FaultsAsync(Ct);
    }
}
