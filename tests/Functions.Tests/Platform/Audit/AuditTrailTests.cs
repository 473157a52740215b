using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Adapters;
using CddFunctions.Tests.Ballots;
using static CddFunctions.Tests.Platform.Audit.Chains;

namespace CddFunctions.Tests.Platform.Audit;

public sealed class AuditTrailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_numbered_from_one_in_the_order_they_came()
    {
        var memory = new MemoryDocuments();
        var trail = Trail(memory);

        var deed = trail.Of(Campaign, Officer, AuditDeed.HandedIn, "a", "receipt=a");
        await memory.TryCreateAsync("made-up:submissions", "a", "{}"u8.ToArray(), deed, Ct);
        await trail.AppendAsync(Campaign, null, AuditDeed.ExportMade, "s-1");

        var entries = await trail.EntriesAsync(Campaign, 0, 10, Ct);
        Assert.Equal(2, entries.Count);
        var a = entries[0];
        var b = entries[1];
        Assert.Equal(
            (1, "link-1", "officer", "handed-in", "a", "receipt=a", AuditEntry.Start),
            (a.Number, a.By, a.Role, a.What, a.Subject, a.Detail, a.Previous)
        );
        Assert.Equal(
            (2, "system", "system", "export-made", "s-1", "", a.Hash),
            (b.Number, b.By, b.Role, b.What, b.Subject, b.Detail, b.Previous)
        );
        Assert.Equal(At, a.At);
        Assert.Equal(new(2, b.Hash), await trail.EndAsync(Campaign, Ct));
        Assert.Equal(AuditAnchor.Start, await trail.EndAsync("another", Ct));
    }

    [Fact]
    public async Task Entries_are_read_in_order_from_any_number_on()
    {
        await using var stores = new SqliteStores();
        var store = stores.Open();
        var trail = Trail(store);
        await Task.WhenAll(Enumerable.Range(0, 700).Select(n => store.RecordAsync(Deed($"{n}"))));
        for (var n = 700; n < 710; n++)
            await store.RecordAsync(Deed($"{n}"));

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
        await memory.RecordAsync(Deed("a"));
        await memory.RecordAsync(Deed("b"));
        var newest = memory.All.First();
        await memory.TryReplaceAsync(newest.Partition, newest.Id, newest.Version, "{\"entries\":[{}]}"u8.ToArray(), Ct);

        await memory.RecordAsync(Deed("c"));

        Assert.Equal(3, (await Trail(memory).EndAsync(Campaign, Ct)).Entry);
        Assert.Equal(new(2, AuditBreak.Changed), (await CheckAsync(memory)).Fault);
        Assert.Equal(["a", "c"], (await Trail(memory).EntriesAsync(Campaign, 0, 10, Ct)).Select(e => e.Subject));
    }

    [Fact]
    public async Task Only_an_anchor_shows_that_the_newest_entries_are_gone()
    {
        var whole = new MemoryDocuments();
        var cut = new MemoryDocuments();
        for (var n = 0; n < 3; n++)
            await whole.RecordAsync(Deed($"{n}"));
        foreach (var document in whole.All.Skip(1))
            await cut.TryCreateAsync(document.Partition, document.Id, document.Body, Ct);
        var anchor = await Trail(whole).EndAsync(Campaign, Ct);

        Assert.Null((await CheckAsync(whole, anchor)).Fault);
        Assert.Null((await CheckAsync(cut)).Fault);
        Assert.Equal(new(3, AuditBreak.Missing), (await CheckAsync(cut, anchor)).Fault);
    }
}
