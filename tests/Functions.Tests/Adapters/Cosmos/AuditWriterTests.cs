using CddFunctions.Adapters.Cosmos;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Exports;
using Microsoft.Extensions.Time.Testing;
using static CddFunctions.Tests.Platform.Audit.Chains;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>A chain that several processes go on with, each by itself.</summary>
public sealed class AuditWriterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_who_wait_share_the_next_document()
    {
        var memory = new MemoryDocuments();
        var gate = new TaskCompletionSource();
        var writes = 0;
        var writer = Writer(
            new WatchedDocuments(memory)
            {
                Before = call => call.IsWrite && Interlocked.Increment(ref writes) == 1 ? gate.Task : Task.CompletedTask,
            }
        );

        var first = AppendAsync(writer, "first");
        while (Volatile.Read(ref writes) == 0)
            await Task.Yield();
        var others = Enumerable.Range(0, AuditBlock.MostEntries + 1).Select(n => AppendAsync(writer, $"{n}")).ToList();
        gate.SetResult();
        _ = await first;
        var entries = await Task.WhenAll(others);

        Assert.Equal(3, writes);
        Assert.Equal(Enumerable.Range(2, entries.Length).Select(n => (long)n), entries.Select(e => e!.Number));
        Assert.Equal(new(new(AuditBlock.MostEntries + 2, entries[^1]!.Hash), null), await CheckAsync(memory));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writers_of_several_processes_on_one_store_make_one_chain(bool shared)
    {
        await using var stores = new SqliteStores();
        var store = stores.Open();
        List<AuditWriter> writers =
        [
            .. Enumerable.Range(0, 3).Select(_ => Writer(store, shared ? new(TimeSpan.FromMilliseconds(2)) : null)),
        ];

        var entries = await Task.WhenAll(Enumerable.Range(0, 600).Select(n => Task.Run(() => AppendAsync(writers[n % 3], $"{n}"), Ct)));

        Assert.Equal(Enumerable.Range(1, 600).Select(n => (long)n), entries.Select(e => e!.Number).Order());
        Assert.Equal(600, entries.Select(e => e!.Subject).Distinct().Count());
        Assert.Equal(new AuditAnchor(600, entries.Single(e => e!.Number == 600)!.Hash), (await CheckAsync(store)).Whole);
    }

    [Fact]
    public async Task An_outage_fails_all_who_waited_and_the_next_goes_on_without_a_gap()
    {
        var memory = new MemoryDocuments();
        var writer = Writer(memory);
        await AppendAsync(writer, "a");
        memory.BeforeWrite = _ => throw new StorageUnavailableException("down");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(writer, "b"));
        memory.BeforeWrite = _ => { };

        Assert.Equal(2, (await AppendAsync(writer, "c"))!.Number);
        Assert.Null((await CheckAsync(memory)).Fault);
    }

    [Fact]
    public async Task A_document_that_turns_up_after_its_outage_keeps_its_numbers()
    {
        var memory = new MemoryDocuments();
        var writer = Writer(memory);
        memory.AfterWrite = _ => throw new StorageUnavailableException("nobody knows");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(writer, "a"));
        memory.AfterWrite = _ => { };

        Assert.Equal(2, (await AppendAsync(writer, "a"))!.Number);
        Assert.Equal(2, (await CheckAsync(memory)).Whole.Entry);
    }

    [Fact]
    public async Task Where_others_are_always_first_the_store_counts_as_busy()
    {
        var memory = new MemoryDocuments();
        var rival = Writer(memory);
        var n = 0;
        var writer = Writer(
            new WatchedDocuments(memory) { Before = call => call.IsWrite ? AppendAsync(rival, $"{++n}") : Task.CompletedTask }
        );

        await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(writer, "never"));

        Assert.Equal(n, (await CheckAsync(memory)).Whole.Entry);
    }

    [Fact]
    public async Task A_write_that_the_chain_holds_gets_no_second_entry_whoever_enters_it()
    {
        var memory = new MemoryDocuments();
        var owner = Writer(memory);
        var helper = Writer(memory);
        var after = await owner.SeenAsync(Ct);
        await AppendAsync(owner, "before");

        Assert.NotNull(await helper.AppendAsync(new(Deed("a"), "write-a", after)));
        Assert.Null(await owner.AppendAsync(new(Deed("a"), "write-a", after)));
        Assert.Null(await Writer(memory).AppendAsync(new(Deed("a"), "write-a", after)));

        Assert.True(owner.Holds("write-a"));
        Assert.Equal(["before", "a"], await SubjectsAsync(memory));
    }

    [Fact]
    public async Task Two_who_enter_the_same_write_at_once_make_one_entry()
    {
        var memory = new MemoryDocuments();
        List<AuditWriter> writers = [.. Enumerable.Range(0, 3).Select(_ => Writer(memory))];
        var after = await writers[0].SeenAsync(Ct);

        await Task.WhenAll(
            Enumerable
                .Range(0, 300)
                .Select(n => Task.Run(() => writers[n % 3].AppendAsync(new(Deed($"{n / 6}"), $"write-{n / 6}", after)), Ct))
        );

        Assert.Equal(50, (await SubjectsAsync(memory)).Distinct().Count());
        Assert.Equal(50, (await CheckAsync(memory)).Whole.Entry);
    }

    [Fact]
    public async Task After_a_pause_the_chain_is_not_read_however_far_others_have_gone_on()
    {
        var memory = new MemoryDocuments();
        var watched = new WatchedDocuments(memory);
        var clock = new FakeTimeProvider(At);
        var idle = Writer(watched, clock: clock);
        await idle.SeenAsync(Ct);
        await AppendAllAsync(Writer(memory), 50);
        clock.Advance(CosmosDeeds.Lease + TimeSpan.FromSeconds(1));
        watched.Calls.Clear();

        var after = await idle.SeenAsync(Ct);
        await idle.AppendAsync(new(Deed("idle"), "write-idle", after));

        Assert.Equal(50, after);
        Assert.Equal(["list", "create"], watched.Calls.Select(c => c.What));
        Assert.Equal(51, (await CheckAsync(memory)).Whole.Entry);
    }

    [Fact]
    public async Task A_pause_makes_no_second_entry_of_a_write_that_was_noted_before_it()
    {
        var memory = new MemoryDocuments();
        var clock = new FakeTimeProvider(At);
        var owner = Writer(memory, clock: clock);
        var after = await owner.SeenAsync(Ct);
        await Writer(memory).AppendAsync(new(Deed("a"), "write-a", after));
        await AppendAllAsync(Writer(memory), 50);
        clock.Advance(CosmosDeeds.Lease + TimeSpan.FromSeconds(1));

        Assert.Equal(51, await owner.SeenAsync(Ct));

        Assert.Null(await owner.AppendAsync(new(Deed("a"), "write-a", after)));
        Assert.Equal(51, (await CheckAsync(memory)).Whole.Entry);
    }

    private static async Task AppendAllAsync(AuditWriter writer, int count)
    {
        for (var n = 0; n < count; n++)
            await AppendAsync(writer, $"{n}");
    }

    private static AuditWriter Writer(IDocuments documents, AuditPace? pace = null, TimeProvider? clock = null) =>
        new(Campaign, documents, pace ?? AuditPace.Alone, clock ?? TimeProvider.System);

    private static Task<AuditEntry?> AppendAsync(AuditWriter writer, string subject) => writer.AppendAsync(new(Deed(subject)));

    private static async Task<IEnumerable<string>> SubjectsAsync(MemoryDocuments memory) =>
        (await Trail(memory).EntriesAsync(Campaign, 0, 1000, Ct)).Select(e => e.Subject);
}
