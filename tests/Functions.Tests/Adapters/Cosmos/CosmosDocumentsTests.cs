using System.Text;
using CddFunctions.Adapters.Cosmos;
using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>The contract on Cosmos DB (the test server), and what only this store has to show.</summary>
public sealed class CosmosDocumentsTests : DocumentPagesContract
{
    protected override int Many => 1_500;

    protected override async Task<IDocuments> StoreAsync() => await CosmosStores.OpenAsync();

    [Fact]
    public async Task A_continuation_is_good_for_another_process()
    {
        var container = await CosmosStores.ContainerAsync();
        using var first = new CosmosDocuments(container, TimeProvider.System);
        await CreateAsync(first, Partition, "a", Body("1"));
        var continuation = (await first.ChangesAsync(Partition, null, 10, Ct)).Continuation;
        await CreateAsync(first, Partition, "b", Body("2"));

        using var client = await CosmosStores.ClientAsync(new HttpClientHandler());
        using var second = new CosmosDocuments(client.GetContainer(container.Database.Id, container.Id), TimeProvider.System);
        var page = await second.ChangesAsync(Partition, continuation, 10, Ct);

        Assert.Equal(["b"], page.Documents.Select(d => d.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Writes_to_other_partitions_move_a_follower_on_but_show_it_nothing()
    {
        var store = await StoreAsync();
        await CreateAsync(store, Partition, "a", Body("1"));
        var continuation = (await store.ChangesAsync(Partition, null, 10, Ct)).Continuation;
        await CreateAsync(store, Partition + "-other", "b", Body("2"));

        var page = await store.ChangesAsync(Partition, continuation, 10, Ct);

        Assert.Empty(page.Documents);
        Assert.NotEqual(continuation, page.Continuation);
    }

    [Fact]
    public async Task A_continuation_of_another_partition_or_of_nobody_is_refused()
    {
        var store = await StoreAsync();
        var foreign = (await store.ChangesAsync(Partition, null, 10, Ct)).Continuation;
        await CreateAsync(store, Partition, "a", Body("1"));

        await Assert.ThrowsAsync<ArgumentException>(() => store.ChangesAsync(Partition + "-other", foreign, 10, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ChangesAsync(Partition, "12", 10, Ct));
    }

    [Theory]
    [InlineData("\"quoted\"")]
    [InlineData("*")]
    [InlineData("two\r\nlines")]
    [InlineData("")]
    public async Task A_version_that_no_store_gave_is_a_lost_race(string version)
    {
        var store = await StoreAsync();
        await CreateAsync(store, Partition, "a", Body("1"));

        Assert.Null(await store.TryReplaceAsync(Partition, "a", version, Body("2"), Ct));
    }

    [Fact]
    public async Task Numbers_and_spaces_come_back_as_they_were_written()
    {
        var store = await StoreAsync();
        var body = Encoding.UTF8.GetBytes("""{ "amount" : 1250.50, "large": 12345678901234567890, "e": 1E+2 , "path": "a\/b" }""");

        await CreateAsync(store, Partition, "one", body);

        Assert.Equal(body, (await store.ReadAsync(Partition, "one", Ct))?.Body.ToArray());
        Assert.Equal(body, Assert.Single((await store.ListAsync(Partition, null, 10, Ct)).Documents).Body.ToArray());
        Assert.Equal(body, Assert.Single((await store.ChangesAsync(Partition, null, 10, Ct)).Documents).Body.ToArray());
    }

    [Fact]
    public async Task An_item_shows_its_document_to_whoever_opens_the_portal()
    {
        var container = await CosmosStores.ContainerAsync();
        using var store = new CosmosDocuments(container, TimeProvider.System);
        await CreateAsync(store, Partition, "one", Body("ตำบลทดสอบ"));

        using var item = await container.ReadItemStreamAsync("one", new PartitionKey(Partition), cancellationToken: Ct);
        var text = await new StreamReader(item.Content).ReadToEndAsync(Ct);

        Assert.Contains("ตำบลทดสอบ", text, StringComparison.Ordinal);
    }
}
