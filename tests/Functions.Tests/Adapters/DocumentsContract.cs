using System.Text;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Adapters;

/// <summary>
/// What every document store must do. An adapter derives, gives a store and disposes of it; each fact uses partitions of
/// its own, so one store may serve them all. Lists and the change feed have facts of their own beside this.
/// </summary>
public abstract class DocumentsContract
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A partition that no other fact knows.</summary>
    protected string Partition { get; } = $"ทดสอบ:{Guid.NewGuid():N}";

    protected abstract Task<IDocuments> StoreAsync();

    protected static byte[] Body(string text) => Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}""");

    /// <summary>A JSON object of exactly this many bytes.</summary>
    protected static byte[] BodyOf(int bytes) => Body(new string('x', bytes - Body("").Length));

    protected static async Task<string> CreateAsync(IDocuments store, string partition, string id, byte[] body)
    {
        var version = await store.TryCreateAsync(partition, id, body, Ct);
        Assert.NotNull(version);
        return version;
    }

    [Fact]
    public async Task A_created_document_is_read_back_with_its_version()
    {
        var store = await StoreAsync();

        var version = await CreateAsync(store, Partition, "one", Body("a"));

        var read = await store.ReadAsync(Partition, "one", Ct);
        Assert.NotNull(read);
        Assert.Equal((Partition, "one", version), (read.Partition, read.Id, read.Version));
        Assert.Equal(Body("a"), read.Body.ToArray());
    }

    [Fact]
    public async Task A_missing_document_is_null()
    {
        var store = await StoreAsync();
        await CreateAsync(store, Partition, "one", Body("a"));

        Assert.Null(await store.ReadAsync(Partition, "two", Ct));
        Assert.Null(await store.ReadAsync(Partition, "One", Ct));
        Assert.Null(await store.ReadAsync(Partition + "-other", "one", Ct));
    }

    [Fact]
    public async Task Of_a_hundred_creators_one_wins_and_its_body_stays()
    {
        var store = await StoreAsync();

        var versions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => Task.Run(() => store.TryCreateAsync(Partition, "race", Body($"{i}"), Ct)))
        );

        var winner = Assert.Single(Enumerable.Range(0, 100), i => versions[i] is not null);
        var read = await store.ReadAsync(Partition, "race", Ct);
        Assert.NotNull(read);
        Assert.Equal(Body($"{winner}"), read.Body.ToArray());
        Assert.Equal(versions[winner], read.Version);
    }

    [Fact]
    public async Task A_replacement_with_the_stored_version_wins_and_changes_the_version()
    {
        var store = await StoreAsync();
        var first = await CreateAsync(store, Partition, "one", Body("a"));

        var second = await store.TryReplaceAsync(Partition, "one", first, Body("b"), Ct);

        Assert.NotNull(second);
        Assert.NotEqual(first, second, StringComparer.Ordinal);
        var read = await store.ReadAsync(Partition, "one", Ct);
        Assert.Equal(second, read?.Version);
        Assert.Equal(Body("b"), read?.Body.ToArray());
    }

    [Fact]
    public async Task A_stale_replacement_is_null_and_changes_nothing()
    {
        var store = await StoreAsync();
        var stale = await CreateAsync(store, Partition, "one", Body("a"));
        var current = await store.TryReplaceAsync(Partition, "one", stale, Body("b"), Ct);

        Assert.Null(await store.TryReplaceAsync(Partition, "one", stale, Body("c"), Ct));
        Assert.Null(await store.TryReplaceAsync(Partition, "one", "no version of ours", Body("c"), Ct));
        Assert.Null(await store.TryReplaceAsync(Partition, "one", $"0{current}", Body("c"), Ct));

        var read = await store.ReadAsync(Partition, "one", Ct);
        Assert.Equal(current, read?.Version);
        Assert.Equal(Body("b"), read?.Body.ToArray());
    }

    [Fact]
    public async Task A_missing_document_is_not_replaced()
    {
        var store = await StoreAsync();
        var version = await CreateAsync(store, Partition, "one", Body("a"));

        Assert.Null(await store.TryReplaceAsync(Partition, "two", version, Body("b"), Ct));
        Assert.Null(await store.TryReplaceAsync(Partition + "-other", "one", version, Body("b"), Ct));

        Assert.Null(await store.ReadAsync(Partition, "two", Ct));
        Assert.Null(await store.ReadAsync(Partition + "-other", "one", Ct));
    }

    [Fact]
    public async Task Of_a_hundred_replacers_one_wins_and_its_body_stays()
    {
        var store = await StoreAsync();
        var version = await CreateAsync(store, Partition, "race", Body("start"));

        var versions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => Task.Run(() => store.TryReplaceAsync(Partition, "race", version, Body($"{i}"), Ct)))
        );

        var winner = Assert.Single(Enumerable.Range(0, 100), i => versions[i] is not null);
        var read = await store.ReadAsync(Partition, "race", Ct);
        Assert.Equal(versions[winner], read?.Version);
        Assert.Equal(Body($"{winner}"), read?.Body.ToArray());
    }

    [Fact]
    public async Task Thai_text_comes_back_byte_for_byte()
    {
        var store = await StoreAsync();
        const string id = "หน่วย-น้ำใจ-๒๕๖๗"; // sara am, tone marks and Thai digits: nothing may normalise them
        var body = Body("กลุ่มออมทรัพย์เพื่อการผลิต ๑๒,๓๔๕ บาท 🌾");

        await CreateAsync(store, Partition, id, body);

        var read = await store.ReadAsync(Partition, id, Ct);
        Assert.Equal(id, read?.Id);
        Assert.Equal(body, read?.Body.ToArray());
    }

    [Fact]
    public async Task A_body_may_be_a_part_of_a_larger_buffer()
    {
        var store = await StoreAsync();
        var buffer = Encoding.UTF8.GetBytes("""..{"text":"part"}..""");

        Assert.NotNull(await store.TryCreateAsync(Partition, "one", buffer.AsMemory(2..^2), Ct));

        var read = await store.ReadAsync(Partition, "one", Ct);
        Assert.Equal(Body("part"), read?.Body.ToArray());
    }

    [Fact]
    public async Task A_document_of_2_MB_is_kept_and_replaced()
    {
        var store = await StoreAsync();
        var largest = BodyOf(DocumentLimits.BodyBytes);

        var version = await CreateAsync(store, Partition, "large", largest);
        Assert.NotNull(await store.TryReplaceAsync(Partition, "large", version, largest, Ct));

        var read = await store.ReadAsync(Partition, "large", Ct);
        Assert.Equal(largest, read?.Body.ToArray());
    }

    [Fact]
    public async Task A_body_of_more_than_2_MB_or_of_nothing_is_refused()
    {
        var store = await StoreAsync();
        var version = await CreateAsync(store, Partition, "one", Body("a"));
        var large = BodyOf(DocumentLimits.BodyBytes + 1);

        await Assert.ThrowsAsync<ArgumentException>(() => store.TryCreateAsync(Partition, "two", large, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => store.TryReplaceAsync(Partition, "one", version, large, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => store.TryCreateAsync(Partition, "two", default, Ct));

        Assert.Null(await store.ReadAsync(Partition, "two", Ct));
        Assert.Equal(version, (await store.ReadAsync(Partition, "one", Ct))?.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public async Task An_id_that_not_every_store_can_hold_is_refused(string id)
    {
        var store = await StoreAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.TryCreateAsync(Partition, id, Body("a"), Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.ReadAsync(Partition, id, Ct));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_because_two_ids_would_become_one()
    {
        var store = await StoreAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.TryCreateAsync(Partition, "half-" + '\ud83c', Body("a"), Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.TryCreateAsync(Partition + '\udf3e', "one", Body("a"), Ct));
    }

    [Fact]
    public async Task An_id_has_up_to_255_characters()
    {
        var store = await StoreAsync();
        var longest = new string('ก', DocumentLimits.KeyLength);

        await CreateAsync(store, Partition, longest, Body("a"));

        Assert.Equal(longest, (await store.ReadAsync(Partition, longest, Ct))?.Id);
        await Assert.ThrowsAsync<ArgumentException>(() => store.TryCreateAsync(Partition, longest + "ก", Body("a"), Ct));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_starts_does_nothing()
    {
        var store = await StoreAsync();
        var version = await CreateAsync(store, Partition, "one", Body("a"));
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.TryCreateAsync(Partition, "two", Body("b"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.TryReplaceAsync(Partition, "one", version, Body("b"), cancelled)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ReadAsync(Partition, "one", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ListAsync(Partition, null, 10, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ChangesAsync(Partition, null, 10, cancelled));

        var page = await store.ListAsync(Partition, null, 10, Ct);
        Assert.Equal(version, Assert.Single(page.Documents).Version);
    }
}
