using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Adapters;

/// <summary>Lists and the change feed of a document store: the second half of the contract.</summary>
public abstract class DocumentPagesContract : DocumentsContract
{
    /// <summary>How many documents count as many; an adapter over a slow network may take fewer.</summary>
    protected virtual int Many => 10_000;

    [Fact]
    public async Task A_list_holds_every_document_once_in_id_order_whatever_the_page_size()
    {
        var store = await StoreAsync();
        var ids = Enumerable.Range(0, Many).Select(i => i % 2 == 0 ? $"unit-{i * 7919L % 10_007:D5}-{i}" : $"ตำบล-{i}").ToList();
        foreach (var some in ids.Chunk(500))
            await Task.WhenAll(some.Select(id => CreateAsync(store, Partition, id, Body(id))));
        ids.Sort(StringComparer.Ordinal);

        foreach (var limit in new[] { 97, 500, 1000 })
            Assert.Equal(ids, await ListAllAsync(store, null, limit), StringComparer.Ordinal);

        Assert.Equal(ids.Skip(Many / 3), await ListAllAsync(store, ids[(Many / 3) - 1], 1000), StringComparer.Ordinal);
        Assert.Equal(ids.SkipWhile(id => id[0] == 'u'), await ListAllAsync(store, "unit-x-is-no-id", 1000), StringComparer.Ordinal);
        Assert.Empty(await ListAllAsync(store, ids[^1], 1000));
    }

    [Fact]
    public async Task Next_is_null_exactly_at_the_end()
    {
        var store = await StoreAsync();
        foreach (var id in new[] { "b", "a", "c" })
            await CreateAsync(store, Partition, id, Body(id));

        Assert.Equal("b", (await store.ListAsync(Partition, null, 2, Ct)).Next);
        Assert.Null((await store.ListAsync(Partition, null, 3, Ct)).Next);
        Assert.Null((await store.ListAsync(Partition, "b", 1, Ct)).Next);
        Assert.Null((await store.ListAsync(Partition, "c", 1, Ct)).Next);
        Assert.Null((await store.ListAsync(Partition + "-empty", null, 1, Ct)).Next);
    }

    [Fact]
    public async Task Large_documents_are_listed_and_followed_in_pages_that_fit_in_memory()
    {
        var store = await StoreAsync();
        var ids = Enumerable.Range(0, 10).Select(i => $"{i}").ToList();
        foreach (var id in ids)
            await CreateAsync(store, Partition, id, BodyOf(DocumentLimits.BodyBytes));

        var page = await store.ListAsync(Partition, null, 1000, Ct);

        Assert.InRange(page.Documents.Count, 1, 9);
        Assert.Equal(ids, await ListAllAsync(store, null, 1000), StringComparer.Ordinal);
        Assert.Equal(ids, (await new Follower(store, Partition).CatchUpAsync(1000)).Select(d => d.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Partitions_do_not_leak()
    {
        var store = await StoreAsync();
        var neighbours = new[] { Partition, Partition + "0", Partition + " ", Partition[..^1] };
        foreach (var partition in neighbours)
            await CreateAsync(store, partition, "same", Body(partition));

        foreach (var partition in neighbours)
        {
            var listed = Assert.Single((await store.ListAsync(partition, null, 10, Ct)).Documents);
            var changed = Assert.Single((await store.ChangesAsync(partition, null, 10, Ct)).Documents);
            Assert.Equal(Body(partition), listed.Body.ToArray());
            Assert.Equal((partition, listed.Version), (changed.Partition, changed.Version));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_1_to_1000_documents(int limit)
    {
        var store = await StoreAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.ListAsync(Partition, null, limit, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.ChangesAsync(Partition, null, limit, Ct));
    }

    [Fact]
    public async Task Changes_come_oldest_first_and_a_document_once_in_its_newest_version()
    {
        var store = await StoreAsync();
        var follower = new Follower(store, Partition);
        var a = await CreateAsync(store, Partition, "a", Body("1"));
        var b = await CreateAsync(store, Partition, "b", Body("1"));
        var a2 = await store.TryReplaceAsync(Partition, "a", a, Body("2"), Ct);
        var a3 = await store.TryReplaceAsync(Partition, "a", a2!, Body("3"), Ct);

        var changes = await follower.CatchUpAsync(1);

        Assert.Equal([("b", b), ("a", a3!)], changes.Select(d => (d.Id, d.Version)));
        Assert.Equal(Body("3"), changes[1].Body.ToArray());
    }

    [Fact]
    public async Task From_an_empty_page_the_next_write_is_seen_once()
    {
        var store = await StoreAsync();
        var start = await store.ChangesAsync(Partition, null, 10, Ct);
        await CreateAsync(store, Partition + "-other", "a", Body("1"));
        var still = await store.ChangesAsync(Partition, start.Continuation, 10, Ct);
        await CreateAsync(store, Partition, "a", Body("1"));

        var page = await store.ChangesAsync(Partition, still.Continuation, 10, Ct);
        var after = await store.ChangesAsync(Partition, page.Continuation, 10, Ct);

        Assert.Empty(start.Documents);
        Assert.Empty(still.Documents);
        Assert.Equal("a", Assert.Single(page.Documents).Id);
        Assert.Empty(after.Documents);
    }

    [Fact]
    public async Task A_follower_beside_eight_writers_misses_nothing()
    {
        var store = await StoreAsync();
        var follower = new Follower(store, Partition);
        var final = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);

        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(() => WriteManyAsync(store, $"w{w}"))));
        for (var isLastLook = false; !isLastLook; )
        {
            isLastLook = writers.IsCompleted;
            foreach (var document in await follower.CatchUpAsync(7))
                seen[document.Id] = document.Version;
        }

        foreach (var (id, version) in (await writers).SelectMany(w => w))
            final[id] = version;
        Assert.Equal(8 * 40, final.Count);
        Assert.Equal(final.OrderBy(d => d.Key, StringComparer.Ordinal), seen.OrderBy(d => d.Key, StringComparer.Ordinal));
    }

    private async Task<List<string>> ListAllAsync(IDocuments store, string? after, int limit)
    {
        var ids = new List<string>();
        for (var isFirst = true; isFirst || after is not null; isFirst = false)
        {
            var page = await store.ListAsync(Partition, after, limit, Ct);
            Assert.InRange(page.Documents.Count, 0, limit);
            ids.AddRange(page.Documents.Select(d => d.Id));
            after = page.Next;
        }

        return ids;
    }

    /// <returns>The last version of each of 40 documents, written 160 times in all.</returns>
    private async Task<Dictionary<string, string>> WriteManyAsync(IDocuments store, string writer)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 160; i++)
        {
            var id = $"{writer}-{i % 40}";
            var version = versions.TryGetValue(id, out var known)
                ? await store.TryReplaceAsync(Partition, id, known, Body($"{i}"), Ct)
                : await store.TryCreateAsync(Partition, id, Body($"{i}"), Ct);
            versions[id] = version ?? throw new InvalidOperationException("Nobody else writes this document.");
        }

        return versions;
    }

    private sealed class Follower(IDocuments store, string partition)
    {
        private string? _continuation;

        public async Task<List<Document>> CatchUpAsync(int limit)
        {
            var documents = new List<Document>();
            while (true)
            {
                var page = await store.ChangesAsync(partition, _continuation, limit, Ct);
                _continuation = page.Continuation;
                if (page.Documents.Count == 0)
                    return documents;
                Assert.InRange(page.Documents.Count, 1, limit);
                documents.AddRange(page.Documents);
            }
        }
    }
}
