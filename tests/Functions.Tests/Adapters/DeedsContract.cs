using System.Text;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Platform.Audit;

namespace CddFunctions.Tests.Adapters;

/// <summary>
/// What every document store must do with a deed: its document and its entry are both there, or neither. An adapter derives
/// and opens any number of processes on one store.
/// </summary>
public abstract class DeedsContract
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A programme that no other fact knows.</summary>
    protected string Campaign { get; } = $"made-up-{Guid.NewGuid():N}";

    protected string Partition => $"{Campaign}:submissions";

    /// <summary>One more process on the same store.</summary>
    protected abstract Task<IDocuments> OpenAsync();

    protected Deed Deed(string subject) => Chains.Deed(subject, Campaign);

    protected static byte[] Body(string text) => Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}""");

    [Fact]
    public async Task A_deed_has_its_entry_when_its_write_returns()
    {
        var store = await OpenAsync();

        var first = await store.TryCreateAsync(Partition, "one", Body("a"), Deed("created"), Ct);
        Assert.Equal(["created"], await SubjectsAsync(store));
        var second = await store.TryReplaceAsync(Partition, "one", first!, Body("b"), Deed("replaced"), Ct);

        Assert.Equal(["created", "replaced"], await SubjectsAsync(store));
        var read = await store.ReadAsync(Partition, "one", Ct);
        Assert.Equal((second, "b"), (read?.Version, Text(read)));
        Assert.Equal(second, Assert.Single((await store.ListAsync(Partition, null, 10, Ct)).Documents).Version);
        Assert.Equal(second, Assert.Single((await store.ChangesAsync(Partition, null, 10, Ct)).Documents).Version);
    }

    [Fact]
    public async Task A_document_of_a_deed_may_be_replaced_without_one_and_the_other_way_round()
    {
        var store = await OpenAsync();

        var plain = await store.TryCreateAsync(Partition, "one", Body("a"), Ct);
        var deed = await store.TryReplaceAsync(Partition, "one", plain!, Body("b"), Deed("b"), Ct);
        var again = await store.TryReplaceAsync(Partition, "one", deed!, Body("c"), Ct);

        var read = await store.ReadAsync(Partition, "one", Ct);
        Assert.Equal((again, "c"), (read?.Version, Text(read)));
        Assert.Equal(["b"], await SubjectsAsync(store));
    }

    [Fact]
    public async Task A_lost_race_leaves_no_entry()
    {
        var store = await OpenAsync();

        var created = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(n => Task.Run(() => store.TryCreateAsync(Partition, "race", Body($"{n}"), Deed($"create {n}"), Ct)))
        );
        var winner = Assert.Single(Enumerable.Range(0, 40), n => created[n] is not null);
        var replaced = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(n =>
                    Task.Run(() => store.TryReplaceAsync(Partition, "race", created[winner]!, Body($"{n}"), Deed($"replace {n}"), Ct))
                )
        );
        var next = Assert.Single(Enumerable.Range(0, 40), n => replaced[n] is not null);
        Assert.Null(await store.TryReplaceAsync(Partition, "none", replaced[next]!, Body("x"), Deed("missing"), Ct));

        Assert.Equal([$"create {winner}", $"replace {next}"], await SubjectsAsync(store));
    }

    [Fact]
    public async Task A_deed_without_a_document_has_its_entry_too()
    {
        var store = await OpenAsync();

        await store.RecordAsync(Deed("read"));
        await store.TryCreateAsync(Partition, "one", Body("a"), Deed("created"), Ct);
        await store.RecordAsync(Deed("read again"));

        Assert.Equal(["read", "created", "read again"], await SubjectsAsync(store));
    }

    [Fact]
    public async Task Each_programme_has_its_own_chain()
    {
        var store = await OpenAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(n =>
                    Task.Run(() =>
                        store.TryCreateAsync(
                            Partition,
                            $"{n}",
                            Body("a"),
                            n % 2 == 0 ? Deed($"{n}") : Chains.Deed($"{n}", $"{Campaign}-other"),
                            Ct
                        )
                    )
                )
        );

        Assert.Equal(20, (await SubjectsAsync(store)).Count);
        Assert.Equal(20, (await Chains.CheckAsync(store, $"{Campaign}-other")).Whole.Entry);
    }

    [Fact]
    public async Task A_deed_that_was_given_up_before_it_was_done_leaves_nothing()
    {
        var store = await OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.TryCreateAsync(Partition, "one", Body("a"), Deed("a"), new CancellationToken(canceled: true))
        );
        await store.RecordAsync(Deed("later"));

        Assert.Null(await store.ReadAsync(Partition, "one", Ct));
        Assert.Equal(["later"], await SubjectsAsync(store));
    }

    [Fact]
    public async Task Several_processes_on_one_store_make_one_whole_chain_with_each_deed_once()
    {
        List<IDocuments> processes = [await OpenAsync(), await OpenAsync(), await OpenAsync()];

        var won = await Task.WhenAll(
            Enumerable
                .Range(0, 120)
                .Select(n =>
                    Task.Run(async () =>
                        await processes[n % 3].TryCreateAsync(Partition, $"{n / 2}", Body($"{n}"), Deed($"{n}"), Ct) is not null
                            ? $"{n}"
                            : null
                    )
                )
        );
        await Task.WhenAll(processes.Select(p => Task.Run(() => RewriteAsync(p, "0", 10))));

        var subjects = await SubjectsAsync(processes[0]);
        Assert.Equal(60, won.OfType<string>().Count());
        Assert.Equal(won.OfType<string>().Order(StringComparer.Ordinal), subjects.Take(60).Order(StringComparer.Ordinal));
        Assert.Equal(30, subjects.Skip(60).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(90, subjects.Count);
    }

    /// <summary>Replaces the document so many times, whoever else does.</summary>
    private async Task RewriteAsync(IDocuments store, string id, int times)
    {
        for (var done = 0; done < times; )
        {
            var before = await store.ReadAsync(Partition, id, Ct);
            if (await store.TryReplaceAsync(Partition, id, before!.Version, Body("r"), Deed($"{Guid.NewGuid():N}"), Ct) is not null)
                done++;
        }
    }

    /// <summary>Subjects of all entries in their order; the chain must be whole.</summary>
    protected async Task<IReadOnlyList<string>> SubjectsAsync(IDocuments store) => [.. (await EntriesAsync(store)).Select(e => e.Subject)];

    protected async Task<IReadOnlyList<AuditEntry>> EntriesAsync(IDocuments store)
    {
        var entries = await Chains.Trail(store).AllAsync(Campaign, Ct).ToListAsync(Ct);
        var end = entries.Count == 0 ? AuditAnchor.Start : new(entries.Count, entries[^1].Hash);
        Assert.Equal(new(end, null), await Chains.CheckAsync(store, Campaign));
        return entries;
    }

    protected static string? Text(Document? document) =>
        document is null ? null : System.Text.Json.JsonDocument.Parse(document.Body).RootElement.GetProperty("text").GetString();
}
