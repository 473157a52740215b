using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Adapters;

/// <summary>The contract on SQLite, and what only the file itself can show.</summary>
public sealed class SqliteDocumentsTests : DocumentPagesContract, IAsyncDisposable
{
    private readonly SqliteStores _stores = new();

    protected override Task<IDocuments> StoreAsync() => Task.FromResult<IDocuments>(_stores.Open());

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Reopening_finds_every_document_and_goes_on_counting()
    {
        await using var first = _stores.Open();
        var a = await CreateAsync(first, Partition, "a", Body("1"));
        var continuation = (await first.ChangesAsync(Partition, null, 10, Ct)).Continuation;
        await first.DisposeAsync();

        var second = _stores.Open();
        Assert.Equal(a, (await second.ReadAsync(Partition, "a", Ct))?.Version);
        var b = await CreateAsync(second, Partition, "b", Body("2"));

        Assert.NotEqual(a, b, StringComparer.Ordinal);
        var page = await second.ChangesAsync(Partition, continuation, 10, Ct);
        Assert.Equal(["b"], page.Documents.Select(d => d.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_files_without_a_clean_close_has_every_write_that_returned()
    {
        var store = _stores.Open();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => CreateAsync(store, Partition, $"{i:D3}", Body($"{i}"))));

        await using var copies = new SqliteStores();
        Directory.CreateDirectory(Path.GetDirectoryName(copies.Path)!);
        foreach (var suffix in new[] { "", "-wal" })
            File.Copy(_stores.Path + suffix, copies.Path + suffix);

        var page = await copies.Open().ListAsync(Partition, null, 1000, Ct);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i:D3}"), page.Documents.Select(d => d.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_file_is_in_wal_mode_and_leaves_no_wal_behind_when_closed()
    {
        var store = _stores.Open();
        await CreateAsync(store, Partition, "a", Body("1"));
        Assert.True(File.Exists(_stores.Path + "-wal"));

        await store.DisposeAsync();

        Assert.False(File.Exists(_stores.Path + "-wal"));
    }

    [Fact]
    public async Task Ids_are_in_the_order_of_their_bytes_beyond_the_basic_plane_too()
    {
        var store = _stores.Open();
        foreach (var id in new[] { "🌾", "ﾊ", "ก", "a" })
            await CreateAsync(store, Partition, id, Body(id));

        var page = await store.ListAsync(Partition, null, 10, Ct);

        Assert.Equal(["a", "ก", "ﾊ", "🌾"], page.Documents.Select(d => d.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_continuation_of_another_store_is_refused()
    {
        var store = _stores.Open();

        await Assert.ThrowsAsync<ArgumentException>(() => store.ChangesAsync(Partition, "\"0x8D\"", 10, Ct));
    }

    [Fact]
    public async Task Calls_after_the_close_are_refused_and_closing_twice_is_harmless()
    {
        var store = _stores.Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.TryCreateAsync(Partition, "a", Body("1"), Ct));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ReadAsync(Partition, "a", Ct));
    }

    [Fact]
    public void The_description_names_the_library_and_its_version() =>
        Assert.Matches(@"^sqlite 3\.[0-9]+\.[0-9]+$", _stores.Open().Description);
}
