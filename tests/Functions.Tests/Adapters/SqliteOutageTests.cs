using CddFunctions.Adapters.Sqlite;
using CddFunctions.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace CddFunctions.Tests.Adapters;

/// <summary>Group commit, queue, locks and a full disk. The lock of a stranger holds the writer where a test wants it.</summary>
public sealed class SqliteOutageTests : IAsyncDisposable
{
    private static readonly byte[] Small = "{}"u8.ToArray();
    private readonly SqliteStores _stores = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Writes_that_wait_together_share_one_commit()
    {
        var store = _stores.Open(Patient);

        var others = await WriteBehindALockAsync(store, count: 500, bytes: 300);

        Assert.All(await Task.WhenAll(others), Assert.NotNull);
        Assert.Equal(2, store.Commits);
    }

    [Fact]
    public async Task A_batch_holds_no_more_bytes_than_it_may()
    {
        var byBytes = _stores.Open(o => Patient(o) with { BatchBytes = 4000 });
        await Task.WhenAll(await WriteBehindALockAsync(byBytes, count: 40, bytes: 1000));
        Assert.Equal(1 + 10, byBytes.Commits);
    }

    [Fact]
    public async Task A_batch_holds_no_more_writes_than_it_may()
    {
        var byLength = _stores.Open(o => Patient(o) with { BatchLength = 8 });
        await Task.WhenAll(await WriteBehindALockAsync(byLength, count: 40, bytes: 1));
        Assert.Equal(1 + 5, byLength.Commits);
    }

    [Fact]
    public async Task A_lost_race_costs_no_commit()
    {
        var store = _stores.Open();
        await store.TryCreateAsync("p", "a", Small, Ct);

        Assert.Null(await store.TryCreateAsync("p", "a", Small, Ct));

        Assert.Equal(1, store.Commits);
    }

    [Fact]
    public async Task A_lock_of_another_process_is_an_outage_and_passes_with_it()
    {
        var store = _stores.Open(o => o with { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        await store.TryCreateAsync("p", "before", Small, Ct);
        using (var stranger = _stores.OpenStranger())
        {
            stranger.Run("BEGIN EXCLUSIVE");
            await Assert.ThrowsAsync<StorageUnavailableException>(() => store.TryCreateAsync("p", "during", Small, Ct));
            Assert.NotNull(await store.ReadAsync("p", "before", Ct)); // readers are not locked out
            stranger.Run("ROLLBACK");
        }

        Assert.NotNull(await store.TryCreateAsync("p", "after", Small, Ct));
        Assert.Equal(["after", "before"], await IdsAsync(store), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_write_without_a_turn_in_its_budget_is_an_outage_and_not_written()
    {
        var store = _stores.Open(o => Patient(o) with { BatchLength = 1, QueueBudget = TimeSpan.FromSeconds(1) });
        Task<string?>[] writes;
        using (var stranger = _stores.OpenStranger())
        {
            stranger.Run("BEGIN IMMEDIATE");
            writes = [store.TryCreateAsync("p", "first", Small, Ct), store.TryCreateAsync("p", "second", Small, Ct)];
            await Assert.ThrowsAsync<StorageUnavailableException>(() => writes[1]);
            stranger.Run("ROLLBACK");
        }

        Assert.NotNull(await writes[0]);
        Assert.Equal(["first"], await IdsAsync(store), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_full_queue_lets_callers_wait_and_then_refuses_them()
    {
        var store = _stores.Open(o => Patient(o) with { BatchLength = 1, QueueLength = 1, QueueBudget = TimeSpan.FromSeconds(1) });
        Task<string?>[] writes;
        using (var stranger = _stores.OpenStranger())
        {
            stranger.Run("BEGIN IMMEDIATE");
            writes = [.. Enumerable.Range(0, 5).Select(i => store.TryCreateAsync("p", $"{i}", Small, Ct))];
            await Assert.ThrowsAsync<StorageUnavailableException>(() => writes[4]);
            stranger.Run("ROLLBACK");
        }

        Assert.NotNull(await writes[0]);
        Assert.NotNull(await store.TryCreateAsync("p", "after", Small, Ct));
        Assert.Equal(["0", "after"], await IdsAsync(store), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_call_cancelled_in_the_queue_is_not_written_but_one_in_a_batch_reports_its_result()
    {
        var store = _stores.Open(o => Patient(o) with { BatchLength = 1 });
        using var cancel = new CancellationTokenSource();
        Task<string?>[] writes;
        using (var stranger = _stores.OpenStranger())
        {
            stranger.Run("BEGIN IMMEDIATE");
            writes = [store.TryCreateAsync("p", "0", Small, cancel.Token), store.TryCreateAsync("p", "1", Small, cancel.Token)];
            Assert.True(SpinWait.SpinUntil(() => store.Batches == 1, TimeSpan.FromMinutes(1)));
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writes[1]);
            stranger.Run("ROLLBACK");
        }

        Assert.NotNull(await writes[0]);
        Assert.Equal(["0"], await IdsAsync(store), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Closing_writes_what_was_accepted()
    {
        var store = _stores.Open(Patient);
        var closing = Task.CompletedTask;

        var others = await WriteBehindALockAsync(store, count: 100, bytes: 300, () => closing = store.DisposeAsync().AsTask());

        await closing;
        Assert.All(await Task.WhenAll(others), Assert.NotNull);
        Assert.Equal(101, (await IdsAsync(_stores.Open())).Count);
    }

    [Fact]
    public async Task A_full_disk_fails_the_whole_batch_and_keeps_nothing_of_it()
    {
        var store = _stores.Open(o => Patient(o) with { MaxPages = 100 });

        var others = await WriteBehindALockAsync(store, count: 20, bytes: 100_000);

        var failures = await Task.WhenAll(others.Select(w => Assert.ThrowsAsync<StorageUnavailableException>(() => w)));
        Assert.All(failures, f => Assert.Contains("no space", f.Message, StringComparison.Ordinal));
        Assert.Equal(["00"], await IdsAsync(store), StringComparer.Ordinal);
        Assert.NotNull(await store.TryCreateAsync("p", "fits", new byte[100_000], Ct));
    }

    [Fact]
    public async Task A_write_that_no_transaction_can_hold_fails_alone()
    {
        var store = _stores.Open(Patient);
        using (var stranger = _stores.OpenStranger())
            stranger.Run("CREATE TRIGGER poison BEFORE INSERT ON documents WHEN new.id = '03' BEGIN SELECT RAISE(ABORT, 'poison'); END");

        var others = await WriteBehindALockAsync(store, count: 5, bytes: 300);

        var failure = await Assert.ThrowsAsync<SqliteException>(() => others[2]);
        Assert.Contains("poison", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(await others[4]);
        Assert.Equal(["00", "01", "02", "04", "05"], await IdsAsync(store), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_writer_works_again_when_space_is_back()
    {
        var store = _stores.Open(o => o with { MaxPages = 100 });
        var large = await store.TryCreateAsync("p", "large", new byte[300_000], Ct);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.TryCreateAsync("p", "more", new byte[200_000], Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.TryReplaceAsync("p", "large", large!, new byte[900_000], Ct));
        Assert.Equal(large, (await store.ReadAsync("p", "large", Ct))?.Version);

        Assert.NotNull(await store.TryReplaceAsync("p", "large", large!, Small, Ct));

        Assert.NotNull(await store.TryCreateAsync("p", "more", new byte[200_000], Ct));
        Assert.Equal(["large", "more"], await IdsAsync(store), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_damaged_page_is_an_outage_for_reader_and_writer()
    {
        await using (var store = _stores.Open())
            await store.TryCreateAsync("p", "a", new byte[100_000], Ct);
        using (var file = File.OpenWrite(_stores.Path))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xFF, (int)file.Length - 4096).ToArray());
        }

        var damaged = _stores.Open();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => damaged.ReadAsync("p", "a", Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => damaged.TryCreateAsync("p", "b", Small, Ct));
    }

    /// <summary>Makes all writes while a stranger holds the lock: the first in a batch of its own, the others behind it.</summary>
    private async Task<Task<string?>[]> WriteBehindALockAsync(SqliteDocuments store, int count, int bytes, Action? meanwhile = null)
    {
        using var stranger = _stores.OpenStranger();
        stranger.Run("BEGIN IMMEDIATE");
        var first = store.TryCreateAsync("p", "00", Small, Ct);
        Assert.True(SpinWait.SpinUntil(() => store.Batches == 1, TimeSpan.FromMinutes(1)));
        Task<string?>[] others = [.. Enumerable.Range(1, count).Select(i => store.TryCreateAsync("p", $"{i:D2}", new byte[bytes], Ct))];
        meanwhile?.Invoke();
        stranger.Run("ROLLBACK");
        Assert.NotNull(await first);
        return others;
    }

    /// <summary>Waits for the stranger's lock far longer than the test lasts.</summary>
    private static SqliteOptions Patient(SqliteOptions options) =>
        options with
        {
            BusyTimeout = TimeSpan.FromMinutes(2),
            QueueBudget = TimeSpan.FromMinutes(2),
        };

    private static async Task<List<string>> IdsAsync(SqliteDocuments store) =>
        [.. (await store.ListAsync("p", null, 1000, Ct)).Documents.Select(d => d.Id)];
}
