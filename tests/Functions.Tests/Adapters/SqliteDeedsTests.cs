using CddFunctions.Adapters.Sqlite;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace CddFunctions.Tests.Adapters;

/// <summary>Deeds in one file: document and entry in one transaction.</summary>
public sealed class SqliteDeedsTests : DeedsContract, IAsyncDisposable
{
    private readonly SqliteStores _stores = new();

    protected override Task<IDocuments> OpenAsync() => Task.FromResult<IDocuments>(_stores.Open());

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task All_who_wait_share_one_commit_with_their_entries()
    {
        var store = _stores.Open();
        using (var stranger = _stores.OpenStranger())
        {
            stranger.Run("BEGIN IMMEDIATE");
            var first = store.TryCreateAsync(Partition, "first", Body("a"), Deed("first"), Ct);
            while (store.Batches == 0)
                await Task.Yield();
            var others = Enumerable
                .Range(0, 300)
                .Select(n => store.TryCreateAsync(Partition, $"{n}", Body("a"), Deed($"{n}"), Ct))
                .ToList();
            stranger.Run("ROLLBACK");
            await Task.WhenAll([first, .. others]);
        }

        Assert.Equal(2, store.Commits);
        Assert.Equal(301, (await SubjectsAsync(store)).Count);
        var blocks = await store.ListAsync(AuditBlock.Partition(Campaign), null, 10, Ct);
        Assert.Equal([44, 256, 1], blocks.Documents.Select(d => AuditBlock.Read(d).Entries.Count));
    }

    [Theory]
    [InlineData("new.partition LIKE '%:audit'")]
    [InlineData("new.partition LIKE '%:submissions'")]
    public async Task Where_one_of_the_two_cannot_be_written_neither_is_and_the_next_goes_on(string which)
    {
        var store = _stores.Open();
        await store.TryCreateAsync(Partition, "a", Body("a"), Deed("a"), Ct);
        using var stranger = _stores.OpenStranger();
        stranger.Run($"CREATE TRIGGER poison BEFORE INSERT ON documents WHEN {which} BEGIN SELECT RAISE(ABORT, 'poison'); END");

        await Assert.ThrowsAsync<SqliteException>(() => store.TryCreateAsync(Partition, "b", Body("b"), Deed("b"), Ct));
        Assert.Null(await store.ReadAsync(Partition, "b", Ct));
        stranger.Run("DROP TRIGGER poison");

        await store.TryCreateAsync(Partition, "c", Body("c"), Deed("c"), Ct);
        Assert.Equal(["a", "c"], await SubjectsAsync(store));
    }

    [Fact]
    public async Task Another_process_that_goes_on_with_the_chain_is_seen()
    {
        var first = _stores.Open();
        var second = _stores.Open();
        for (var n = 0; n < 6; n++)
            await (n % 2 == 0 ? first : second).TryCreateAsync(Partition, $"{n}", Body("a"), Deed($"{n}"), Ct);

        Assert.Equal(["0", "1", "2", "3", "4", "5"], await SubjectsAsync(first));
    }
}
