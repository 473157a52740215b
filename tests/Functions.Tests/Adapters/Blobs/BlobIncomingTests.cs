using System.Net.Http.Headers;
using System.Security.Cryptography;
using CddFunctions.Adapters.Blobs;
using CddFunctions.Platform.Media.Pdf;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Adapters.Blobs;

public sealed class BlobIncomingTests : IAsyncLifetime, IDisposable
{
    private const string Name = "made-up/uploads/01ab";
    private const string Kept = Name + "-02cd";

    private static readonly DateTimeOffset Noon = new(2024, 5, 10, 5, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly HttpClient _http = new();
    private BlobStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await BlobStore.CreateAsync(Noon);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_ticket_takes_one_file_and_gives_nothing()
    {
        var ticket = (await _store.Incoming.AnnounceAsync(Name, Life, Ct))!;
        Assert.Equal(201, await PutAsync(ticket, [1, 2, 3]));
        var address = ticket.Uri.AbsoluteUri;
        var container = address.Replace("/" + Name, "", StringComparison.Ordinal) + "&restype=container&comp=list";

        foreach (
            var (method, where) in new[]
            {
                ("GET", address),
                ("HEAD", address),
                ("DELETE", address),
                ("GET", container),
                ("GET", address.Replace(Name, Name + "2", StringComparison.Ordinal)),
            }
        )
            Assert.Equal(403, await SendAsync(new(method), where));

        Assert.Equal(403, await PutAsync(ticket with { Uri = new(address.Replace(Name, Name + "2", StringComparison.Ordinal)) }, [1]));
        Assert.Equal(
            403,
            await PutAsync(ticket with { Uri = new(address.Replace("/incoming/", "/files/", StringComparison.Ordinal)) }, [1])
        );
    }

    [Fact]
    public async Task A_ticket_ends()
    {
        var late = (await _store.Incoming.AnnounceAsync(Name, TimeSpan.FromSeconds(-1), Ct))!;

        Assert.Equal(403, await PutAsync(late, [1]));
        Assert.Null(await _store.Incoming.FindAsync(Name, Ct));
    }

    [Theory]
    [InlineData("https", "https")]
    [InlineData("http", "https,http")]
    public async Task Only_a_test_server_is_spoken_to_without_tls(string scheme, string protocols)
    {
        var options = new BlobOptions
        {
            ConnectionString = _store.Options.ConnectionString!.Replace("http:", scheme + ":", StringComparison.Ordinal),
        };
        var incoming = new BlobIncoming(BlobAccount.Open(options, () => throw new InvalidOperationException()), TimeProvider.System);

        var ticket = (await incoming.AnnounceAsync(Name, Life, Ct))!;

        var query = System.Web.HttpUtility.ParseQueryString(ticket.Uri.Query);
        Assert.Equal((protocols, "cw", "b"), (query["spr"], query["sp"], query["sr"]));
    }

    [Fact]
    public async Task What_arrived_is_kept_as_it_was_although_the_ticket_still_writes()
    {
        var ticket = (await _store.Incoming.AnnounceAsync(Name, Life, Ct))!;
        var content = RandomNumberGenerator.GetBytes(300_000);
        await PutAsync(ticket, content);
        var arrived = (await _store.Incoming.FindAsync(Name, Ct))!;
        Assert.Equal((300_000, Convert.ToHexStringLower(Md5.Hash(content))), (arrived.Length, arrived.Md5));

        Assert.True(await _store.Incoming.KeepAsync(arrived, Kept, Ct));
        Assert.Equal(201, await PutAsync(ticket, new byte[300_000]));

        Assert.Equal(content, await ReadAsync(await _store.Files.OpenAsync(Kept, Ct)));
        Assert.Equal([new ListedFile(Kept, 300_000, Noon)], await _store.Files.ListAsync("", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task What_was_sent_again_is_neither_measured_nor_kept_nor_removed_in_place_of_what_was_found()
    {
        var ticket = (await _store.Incoming.AnnounceAsync(Name, Life, Ct))!;
        await PutAsync(ticket, new byte[300_000]);
        var first = (await _store.Incoming.FindAsync(Name, Ct))!;
        await using var opened = _store.Incoming.Open(first);
        await PutAsync(ticket, RandomNumberGenerator.GetBytes(300_000));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadAsync(opened));
        Assert.False(await _store.Incoming.KeepAsync(first, Kept, Ct));
        Assert.Null(await _store.Files.OpenAsync(Kept, Ct));
        await _store.Incoming.RemoveAsync(first, Ct);
        var second = await _store.Incoming.FindAsync(Name, Ct);
        Assert.NotEqual(first.Version, second!.Version);

        await _store.Incoming.RemoveAsync(second, Ct);
        await _store.Incoming.RemoveAsync(second, Ct);
        Assert.False(await _store.Incoming.KeepAsync(second, Kept, Ct));
        Assert.Null(await _store.Incoming.FindAsync(Name, Ct));
    }

    [Fact]
    public async Task Nothing_or_less_than_a_blob_arrives_as_nothing()
    {
        Assert.Null(await _store.Incoming.FindAsync(Name, Ct));
        var ticket = (await _store.Incoming.AnnounceAsync(Name, Life, Ct))!;
        await PutAsync(ticket with { Uri = new(ticket.Uri.AbsoluteUri + "&comp=block&blockid=YQ%3D%3D") }, [1, 2, 3]);

        Assert.Null(await _store.Incoming.FindAsync(Name, Ct));
        Assert.Empty(await _store.Incoming.ListAsync("", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task What_arrived_is_listed_by_its_prefix()
    {
        await PutAsync((await _store.Incoming.AnnounceAsync(Name, Life, Ct))!, [1, 2, 3]);
        await PutAsync((await _store.Incoming.AnnounceAsync("other/uploads/01ab", Life, Ct))!, [1]);

        Assert.Equal([(await _store.Incoming.FindAsync(Name, Ct))!], await _store.Incoming.ListAsync("made-up/", Ct).ToListAsync(Ct));
    }

    private static async Task<byte[]> ReadAsync(Stream? stream)
    {
        var copy = new MemoryStream();
        await stream!.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    private Task<int> PutAsync(UploadAddress ticket, byte[] bytes) =>
        SendAsync(HttpMethod.Put, ticket.Uri.AbsoluteUri, bytes, ticket.Headers);

    private async Task<int> SendAsync(
        HttpMethod method,
        string address,
        byte[]? bytes = null,
        IReadOnlyDictionary<string, string>? headers = null
    )
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = bytes is null
                ? null
                : new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } },
        };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            request.Headers.Add(name, value);
        using var answer = await _http.SendAsync(request, Ct);
        return (int)answer.StatusCode;
    }
}
