using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Adapters;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Exports;
using static CddFunctions.Tests.Platform.Audit.Chains;

namespace CddFunctions.Tests.Platform.Audit;

public sealed class AuditTrailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_numbered_from_one_in_the_order_they_came()
    {
        var trail = Trail(new MemoryDocuments());

        var (a, b) = (await AppendAsync(trail, "a"), await trail.AppendAsync(Campaign, null, AuditDeed.ExportMade, "s-1"));

        Assert.Equal((1, "link-1", "officer", "handed-in", "a", "receipt=a", AuditEntry.Start), (a.Number, a.By, a.Role, a.What, a.Subject, a.Detail, a.Previous));
        Assert.Equal((2, "system", "system", "export-made", "s-1", "", a.Hash), (b.Number, b.By, b.Role, b.What, b.Subject, b.Detail, b.Previous));
        Assert.Equal(At, a.At);
        Assert.Equal(new(2, b.Hash), await trail.EndAsync(Campaign, Ct));
        Assert.Equal(AuditAnchor.Start, await trail.EndAsync("another", Ct));
    }

    [Fact]
    public async Task All_who_wait_share_the_next_document()
    {
        var (memory, gate, writes) = (new MemoryDocuments(), new TaskCompletionSource(), 0);
        var trail = Trail(new WatchedDocuments(memory) { Before = call => call.IsWrite && Interlocked.Increment(ref writes) == 1 ? gate.Task : Task.CompletedTask });

        var first = AppendAsync(trail, "first");
        while (Volatile.Read(ref writes) == 0)
            await Task.Yield();
        var others = Enumerable.Range(0, AuditBlock.MostEntries + 1).Select(n => AppendAsync(trail, $"{n}")).ToList();
        gate.SetResult();
        _ = await first;
        var entries = await Task.WhenAll(others);

        Assert.Equal(3, writes);
        Assert.Equal(Enumerable.Range(2, entries.Length).Select(n => (long)n), entries.Select(e => e.Number));
        Assert.Equal(new(new(AuditBlock.MostEntries + 2, entries[^1].Hash), null), await CheckAsync(memory));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Trails_of_several_processes_on_one_store_make_one_chain(bool shared)
    {
        await using var stores = new SqliteStores();
        var store = stores.Open();
        List<AuditTrail> trails = [.. Enumerable.Range(0, 3).Select(_ => Trail(store, shared ? new(TimeSpan.FromMilliseconds(2)) : null))];

        var entries = await Task.WhenAll(Enumerable.Range(0, 600).Select(n => Task.Run(() => AppendAsync(trails[n % 3], $"{n}"), Ct)));

        Assert.Equal(Enumerable.Range(1, 600).Select(n => (long)n), entries.Select(e => e.Number).Order());
        Assert.Equal(600, entries.Select(e => e.Subject).Distinct().Count());
        Assert.Equal(new AuditAnchor(600, entries.Single(e => e.Number == 600).Hash), (await CheckAsync(store)).Whole);
    }

    [Fact]
    public async Task An_outage_fails_all_who_waited_and_the_next_goes_on_without_a_gap()
    {
        var memory = new MemoryDocuments();
        var trail = Trail(memory);
        await AppendAsync(trail, "a");
        memory.BeforeWrite = _ => throw new StorageUnavailableException("down");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(trail, "b"));
        memory.BeforeWrite = _ => { };

        Assert.Equal(2, (await AppendAsync(trail, "c")).Number);
        Assert.Null((await CheckAsync(memory)).Fault);
    }

    [Fact]
    public async Task A_document_that_turns_up_after_its_outage_keeps_its_numbers()
    {
        var memory = new MemoryDocuments();
        var trail = Trail(memory);
        memory.AfterWrite = _ => throw new StorageUnavailableException("nobody knows");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(trail, "a"));
        memory.AfterWrite = _ => { };

        Assert.Equal(2, (await AppendAsync(trail, "a")).Number);
        Assert.Equal(2, (await CheckAsync(memory)).Whole.Entry);
    }

    [Fact]
    public async Task Where_others_are_always_first_the_store_counts_as_busy()
    {
        var memory = new MemoryDocuments();
        var (rival, n) = (Trail(memory), 0);
        var trail = Trail(new WatchedDocuments(memory) { Before = call => call.IsWrite ? AppendAsync(rival, $"{++n}") : Task.CompletedTask });

        await Assert.ThrowsAsync<StorageUnavailableException>(() => AppendAsync(trail, "never"));

        Assert.Equal(n, (await CheckAsync(memory)).Whole.Entry);
    }

    [Fact]
    public async Task Entries_are_read_in_order_from_any_number_on()
    {
        await using var stores = new SqliteStores();
        var store = stores.Open();
        var trail = Trail(store);
        await Task.WhenAll(Enumerable.Range(0, 700).Select(n => AppendAsync(trail, $"{n}")));
        for (var n = 700; n < 710; n++)
            await AppendAsync(trail, $"{n}");

        Assert.Equal([1, 2, 3], (await trail.EntriesAsync(Campaign, 0, 3, Ct)).Select(e => e.Number));
        Assert.Equal([300, 301], (await trail.EntriesAsync(Campaign, 299, 2, Ct)).Select(e => e.Number));
        Assert.Equal([704, 705], (await trail.EntriesAsync(Campaign, 703, 2, Ct)).Select(e => e.Number));
        Assert.Equal([709, 710], (await trail.EntriesAsync(Campaign, 708, 100, Ct)).Select(e => e.Number));
        Assert.Empty(await trail.EntriesAsync(Campaign, 710, 100, Ct));
    }

    [Fact]
    public async Task A_document_that_somebody_made_unreadable_is_named_and_stops_nobody()
    {
        var memory = new MemoryDocuments();
        await AppendAsync(Trail(memory), "a");
        await AppendAsync(Trail(memory), "b");
        var newest = memory.All.First();
        await memory.TryReplaceAsync(newest.Partition, newest.Id, newest.Version, "{\"entries\":[{}]}"u8.ToArray(), Ct);

        Assert.Equal(3, (await AppendAsync(Trail(memory), "c")).Number);
        Assert.Equal(new(2, AuditBreak.Changed), (await CheckAsync(memory)).Fault);
        Assert.Equal(["a", "c"], (await Trail(memory).EntriesAsync(Campaign, 0, 10, Ct)).Select(e => e.Subject));
    }

    [Fact]
    public async Task Only_an_anchor_shows_that_the_newest_entries_are_gone()
    {
        var (whole, cut) = (new MemoryDocuments(), new MemoryDocuments());
        for (var n = 0; n < 3; n++)
            await AppendAsync(Trail(whole), $"{n}");
        foreach (var document in whole.All.Skip(1))
            await cut.TryCreateAsync(document.Partition, document.Id, document.Body, Ct);
        var anchor = await Trail(whole).EndAsync(Campaign, Ct);

        Assert.Null((await CheckAsync(whole, anchor)).Fault);
        Assert.Null((await CheckAsync(cut)).Fault);
        Assert.Equal(new(3, AuditBreak.Missing), (await CheckAsync(cut, anchor)).Fault);
    }
}
