using CddFunctions.Adapters.Sqlite;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Adapters;

/// <summary>Which files are opened, and with which rights they are made.</summary>
public sealed class SqliteSchemaTests : IAsyncDisposable
{
    private readonly SqliteStores _stores = new();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task A_new_file_carries_our_mark_and_version()
    {
        await _stores.Open().DisposeAsync();

        using var connection = _stores.OpenStranger();
        Assert.Equal(SqliteSchema.ApplicationId, connection.Number("PRAGMA application_id"));
        Assert.Equal(1, connection.Number("PRAGMA user_version"));
    }

    [Theory]
    [InlineData("PRAGMA application_id = 1196444487", "another application")]
    [InlineData("CREATE TABLE theirs (a)", "another application")]
    [InlineData("PRAGMA user_version = 1", "another application")]
    [InlineData("PRAGMA application_id = 1128547398; PRAGMA user_version = 2", "newer program")]
    public async Task A_file_that_is_not_ours_is_refused_and_left_as_it_is(string sql, string reason)
    {
        await using (var stranger = _stores.OpenStranger())
            stranger.Run(sql);
        var before = await File.ReadAllBytesAsync(_stores.Path, TestContext.Current.CancellationToken);

        var refusal = Assert.Throws<InvalidDataException>(() => _stores.Open());

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(_stores.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_stores.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_stores.Path)!);
        File.WriteAllText(_stores.Path, new string('x', 10_000));

        Assert.Throws<InvalidDataException>(() => _stores.Open());
    }

    [Fact]
    public async Task A_file_that_another_process_has_for_itself_is_an_outage_until_it_lets_go()
    {
        await _stores.Open().DisposeAsync();
        using (var stranger = _stores.OpenStranger())
        {
            stranger.Run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
            Assert.Throws<StorageUnavailableException>(() => _stores.Open(o => o with { BusyTimeout = TimeSpan.FromMilliseconds(50) }));
        }

        Assert.NotNull(await _stores.Open().TryCreateAsync("p", "a", "{}"u8.ToArray(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_path_that_cannot_be_a_file_is_an_outage()
    {
        Directory.CreateDirectory(_stores.Path);

        Assert.Throws<StorageUnavailableException>(() => _stores.Open());
    }

    [Fact]
    public async Task Directory_and_files_are_for_the_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var store = _stores.Open();
        await store.TryCreateAsync("p", "a", "{}"u8.ToArray(), TestContext.Current.CancellationToken);

        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(file | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(_stores.Path)!));
        Assert.Equal(file, File.GetUnixFileMode(_stores.Path));
        Assert.Equal(file, File.GetUnixFileMode(_stores.Path + "-wal"));
    }
}
