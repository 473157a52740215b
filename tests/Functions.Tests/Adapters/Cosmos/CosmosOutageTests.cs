using System.Net;
using CddFunctions.Adapters.Cosmos;
using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>What a caller sees when the service is busy, away, slow, or its answers get lost.</summary>
public sealed class CosmosOutageTests : IAsyncLifetime
{
    private static readonly byte[] First = """{"text":"first"}"""u8.ToArray();
    private static readonly byte[] Second = """{"text":"second"}"""u8.ToArray();

    private readonly FaultyNetwork _network = new();
    private CosmosClient _client = null!;
    private Container _container = null!;
    private CosmosDocuments _store = null!;
    private CosmosDocuments _healthy = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _client = await CosmosStores.ClientAsync(_network);
        _container = await CosmosStores.ContainerAsync(_client);
        _store = new(_container, TimeProvider.System);
        _healthy = new((await CosmosStores.ClientAsync()).GetContainer(_container.Database.Id, _container.Id), TimeProvider.System);
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        _healthy.Dispose();
        _client.Dispose();
        _network.Dispose();
        return default;
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task What_passes_is_tried_again(HttpStatusCode status)
    {
        _network.Answer(status, times: 2);
        Assert.NotNull(await _store.TryCreateAsync("p", "a", First, Ct));
        _network.Answer(status, times: 2);
        Assert.NotNull(await _store.ReadAsync("p", "a", Ct));
        _network.Answer(status, times: 2);
        Assert.Single((await _store.ListAsync("p", null, 10, Ct)).Documents);
        _network.Answer(status, times: 2);
        Assert.Single((await _store.ChangesAsync("p", null, 10, Ct)).Documents);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task What_stays_is_an_outage_and_nothing_is_written(HttpStatusCode status)
    {
        var version = await _store.TryCreateAsync("p", "a", First, Ct);
        _network.Always(status);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => _store.TryCreateAsync("p", "b", Second, Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _store.TryReplaceAsync("p", "a", version!, Second, Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _store.ReadAsync("p", "a", Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _store.ListAsync("p", null, 10, Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _store.ChangesAsync("p", null, 10, Ct));

        var kept = Assert.Single((await _healthy.ListAsync("p", null, 10, Ct)).Documents);
        Assert.Equal(version, kept.Version);
        Assert.Equal(First, kept.Body.ToArray());
    }

    [Fact]
    public async Task A_request_that_is_wrong_is_our_bug_and_not_tried_again()
    {
        _network.Always(HttpStatusCode.BadRequest);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.TryCreateAsync("p", "a", First, Ct));

        Assert.Equal(1, _network.Requests);
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_wins_its_own_race()
    {
        _network.LoseAnswer();

        var version = await _store.TryCreateAsync("p", "a", First, Ct);

        Assert.NotNull(version);
        Assert.Equal(version, (await _healthy.ReadAsync("p", "a", Ct))?.Version);
    }

    [Fact]
    public async Task A_replace_whose_answer_was_lost_wins_its_own_race()
    {
        var before = await _store.TryCreateAsync("p", "a", First, Ct);
        _network.LoseAnswer();

        var version = await _store.TryReplaceAsync("p", "a", before!, Second, Ct);

        Assert.NotNull(version);
        var read = await _healthy.ReadAsync("p", "a", Ct);
        Assert.Equal(version, read?.Version);
        Assert.Equal(Second, read?.Body.ToArray());
    }

    [Fact]
    public async Task Somebody_who_wins_between_two_tries_has_won()
    {
        _network.LoseRequest(() => _healthy.TryCreateAsync("p", "a", First, Ct));
        Assert.Null(await _store.TryCreateAsync("p", "a", First, Ct));

        var before = await _healthy.ReadAsync("p", "a", Ct);
        _network.LoseRequest(() => _healthy.TryReplaceAsync("p", "a", before!.Version, Second, Ct));
        Assert.Null(await _store.TryReplaceAsync("p", "a", before!.Version, Second, Ct));
    }

    [Fact]
    public async Task A_plain_lost_race_costs_one_request()
    {
        await _store.TryCreateAsync("p", "a", First, Ct);
        var before = _network.Requests;

        Assert.Null(await _store.TryCreateAsync("p", "a", Second, Ct));
        Assert.Null(await _store.TryReplaceAsync("p", "a", "00000000-0000", Second, Ct));

        Assert.Equal(before + 2, _network.Requests);
    }

    [Fact]
    public async Task No_answer_within_the_budget_is_an_outage()
    {
        using var hasty = new CosmosDocuments(_container, TimeProvider.System, TimeSpan.FromMilliseconds(300));
        await _store.ReadAsync("p", "a", Ct); // the SDK has found its way by now
        _network.Hang(() => { });

        await Assert.ThrowsAsync<StorageUnavailableException>(() => hasty.TryCreateAsync("p", "a", First, Ct));
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_it_hangs_is_told_so()
    {
        await _store.ReadAsync("p", "a", Ct);
        using var cancel = new CancellationTokenSource();
        _network.Hang(cancel.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.TryCreateAsync("p", "a", First, cancel.Token));
    }

    [Fact]
    public async Task A_missing_container_is_an_outage_and_not_a_missing_document()
    {
        using var nowhere = new CosmosDocuments(_client.GetContainer(_container.Database.Id, "nowhere"), TimeProvider.System);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => nowhere.ReadAsync("p", "a", Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => nowhere.TryCreateAsync("p", "a", First, Ct));
    }
}
