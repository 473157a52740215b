using System.Security.Cryptography;
using System.Text;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Platform;

/// <summary>What every file store must do. Each adapter runs the same facts on an empty store.</summary>
public abstract class FilesContract
{
    protected const string Name = "rayong-2567/uploads/01ab.pdf";

    /// <summary>What the clock says that the stores are given.</summary>
    protected static readonly DateTimeOffset Noon = new(2024, 5, 10, 5, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract IFiles Files { get; }

    [Fact]
    public async Task What_was_written_is_read_back_with_its_length_and_hash()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);

        var stored = await Files.WriteAsync(Name, new MemoryStream(content), content.Length, Ct);

        Assert.Equal(new StoredFile(Name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), stored);
        Assert.Equal(content, await ReadAsync(Name));
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        Assert.Equal(0, (await Files.WriteAsync(Name, Stream.Null, 0, Ct))?.Length);
        Assert.Equal(Array.Empty<byte>(), await ReadAsync(Name));
    }

    [Fact]
    public async Task A_name_is_replaced_whole()
    {
        await WriteAsync(Name, "a long first content");
        await WriteAsync(Name, "short");

        Assert.Equal("short"u8.ToArray(), await ReadAsync(Name));
        Assert.Single(await ListAsync(""));
    }

    [Fact]
    public async Task A_content_one_byte_too_long_keeps_nothing_and_leaves_the_old_content()
    {
        Assert.Null(await Files.WriteAsync(Name, new MemoryStream(new byte[101]), 100, Ct));
        Assert.Null(await ReadAsync(Name));

        await WriteAsync(Name, "old");
        Assert.Null(await Files.WriteAsync(Name, new MemoryStream(new byte[101]), 100, Ct));
        Assert.Equal("old"u8.ToArray(), await ReadAsync(Name));
        Assert.Single(await ListAsync(""));
    }

    [Fact]
    public async Task A_content_of_exactly_the_limit_is_kept() =>
        Assert.Equal(100, (await Files.WriteAsync(Name, new MemoryStream(new byte[100]), 100, Ct))?.Length);

    [Fact]
    public async Task An_endless_content_stops_soon_after_the_limit()
    {
        var endless = new ScriptedStream(int.MaxValue, () => { });

        Assert.Null(await Files.WriteAsync(Name, endless, 1_000_000, Ct));
        Assert.InRange(endless.Given, 1_000_001, 2_000_000);
    }

    [Fact]
    public async Task A_cancelled_write_keeps_nothing_and_leaves_the_old_content()
    {
        await WriteAsync(Name, "old");
        using var cancel = new CancellationTokenSource();
        var content = new ScriptedStream(200_000, cancel.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Files.WriteAsync(Name, content, long.MaxValue, cancel.Token));

        Assert.Equal("old"u8.ToArray(), await ReadAsync(Name));
        Assert.Single(await ListAsync(""));
    }

    [Fact]
    public async Task An_error_of_the_sender_is_not_an_outage_and_keeps_nothing()
    {
        var content = new ScriptedStream(200_000, () => throw new IOException("The client went away."));

        await Assert.ThrowsAsync<IOException>(() => Files.WriteAsync(Name, content, long.MaxValue, Ct));

        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task A_list_holds_the_names_that_start_with_the_prefix()
    {
        foreach (var name in new[] { "a/b/1", "a/b/2", "a/bc", "ab/1", "c" })
            await WriteAsync(name, name);

        Assert.Equal(["a/b/1", "a/b/2", "a/bc", "ab/1", "c"], await ListAsync(""));
        Assert.Equal(["a/b/1", "a/b/2"], await ListAsync("a/b/"));
        Assert.Equal(["a/b/1", "a/b/2", "a/bc"], await ListAsync("a/b"));
        Assert.Equal(["a/b/1", "a/b/2", "a/bc", "ab/1"], await ListAsync("a"));
        Assert.Empty(await ListAsync("nowhere/"));
    }

    [Fact]
    public async Task A_listed_file_has_its_length()
    {
        await WriteAsync(Name, "12345");

        var listed = await Files.ListAsync("", Ct).SingleAsync(Ct);

        Assert.Equal((Name, 5L), (listed.Name, listed.Length));
    }

    [Fact]
    public async Task Deleting_twice_is_no_error()
    {
        await WriteAsync(Name, "x");

        await Files.DeleteAsync(Name, Ct);
        await Files.DeleteAsync(Name, Ct);

        Assert.Null(await ReadAsync(Name));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task Concurrent_writers_of_one_name_leave_one_whole_file()
    {
        var contents = Enumerable.Range(0, 16).Select(i => Enumerable.Repeat((byte)i, 100_000 + i).ToArray()).ToList();

        await Task.WhenAll(contents.Select(c => Task.Run(() => Files.WriteAsync(Name, new MemoryStream(c), c.Length, Ct), Ct)));

        var left = await ReadAsync(Name);
        Assert.NotNull(left);
        Assert.Contains(contents, c => c.AsSpan().SequenceEqual(left));
        Assert.Single(await ListAsync(""));
    }

    [Fact]
    public async Task An_opened_file_can_be_read_from_any_place()
    {
        await WriteAsync(Name, "0123456789");
        await using var stream = await Files.OpenAsync(Name, Ct);
        Assert.NotNull(stream);

        Assert.True(stream.CanSeek);
        Assert.Equal(10, stream.Length);
        stream.Position = 7;
        Assert.Equal('7', stream.ReadByte());
        stream.Seek(-8, SeekOrigin.End);
        Assert.Equal('2', stream.ReadByte());
        stream.Seek(1, SeekOrigin.Current);
        Assert.Equal(6, await stream.ReadAtLeastAsync(new byte[20], 20, throwOnEndOfStream: false, Ct));
        Assert.Equal(-1, stream.ReadByte());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_opened_file_that_is_replaced_or_deleted_is_read_as_it_was_or_not_at_all(bool replaced)
    {
        var old = RandomNumberGenerator.GetBytes(300_000);
        await Files.WriteAsync(Name, new MemoryStream(old), old.Length, Ct);
        await using var stream = await Files.OpenAsync(Name, Ct);
        var first = stream!.ReadByte();
        if (replaced)
            await Files.WriteAsync(Name, new MemoryStream(new byte[300_000]), 300_000, Ct);
        else
            await Files.DeleteAsync(Name, Ct);

        var rest = new MemoryStream();
        var failed = await Record.ExceptionAsync(() => stream.CopyToAsync(rest, Ct));

        Assert.True(failed is null or StorageUnavailableException, $"{failed}");
        Assert.Equal(old[0], first);
        Assert.True(old.AsSpan(1, (int)rest.Length).SequenceEqual(rest.ToArray()));
        Assert.True(failed is not null || rest.Length == old.Length - 1);
    }

    [Fact]
    public async Task A_file_of_many_writes_is_there_once_it_is_committed_and_not_before()
    {
        var content = RandomNumberGenerator.GetBytes(10_000_000);
        await WriteAsync(Name, "old");
        await using var writer = Files.OpenWrite(Name);
        for (var at = 0; at < content.Length; at += 1_000_000)
        {
            await writer.Content.WriteAsync(content.AsMemory(at, 999_000), Ct);
            writer.Content.Write(content, at + 999_000, 1_000);
        }

        await writer.Content.DisposeAsync();
        Assert.Equal("old"u8.ToArray(), await ReadAsync(Name));

        Assert.Equal(
            new StoredFile(Name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))),
            await writer.CommitAsync(Ct)
        );
        await writer.DisposeAsync();
        Assert.Equal(content, await ReadAsync(Name));
        Assert.Single(await ListAsync(""));
    }

    [Fact]
    public async Task A_file_that_is_not_committed_leaves_nothing()
    {
        await using (var writer = Files.OpenWrite(Name))
            await writer.Content.WriteAsync(new byte[10_000_000], Ct);

        Assert.Null(await ReadAsync(Name));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task The_time_of_writing_is_the_clock_of_the_application()
    {
        await WriteAsync(Name, "small");
        await Files.WriteAsync("large", new MemoryStream(new byte[10_000_000]), long.MaxValue, Ct);

        Assert.Equal([Noon, Noon], await Files.ListAsync("", Ct).Select(f => f.WrittenAt).ToListAsync(Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("..")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData(".tmp/a")]
    [InlineData("A.pdf")]
    [InlineData("รายงาน.pdf")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("a\n")]
    public async Task A_name_outside_the_alphabet_is_a_bug_of_the_caller(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Files.WriteAsync(name, Stream.Null, 1, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.OpenAsync(name, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.DeleteAsync(name, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Files.AddressAsync(name, new("text/csv", "a.csv"), TimeSpan.FromMinutes(1), Ct));
    }

    [Theory]
    [InlineData("../")]
    [InlineData("a/../")]
    [InlineData("/")]
    public async Task A_prefix_cannot_leave_the_store(string prefix) =>
        await Assert.ThrowsAsync<ArgumentException>(() => ListAsync(prefix));

    protected async Task WriteAsync(string name, string content) =>
        Assert.NotNull(await Files.WriteAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(content)), 1_000_000, Ct));

    protected async Task<byte[]?> ReadAsync(string name)
    {
        await using var stream = await Files.OpenAsync(name, Ct);
        if (stream is null)
            return null;

        var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    protected async Task<IReadOnlyList<string>> ListAsync(string prefix) =>
        await Files.ListAsync(prefix, Ct).Select(f => f.Name).Order(StringComparer.Ordinal).ToListAsync(Ct);
}
