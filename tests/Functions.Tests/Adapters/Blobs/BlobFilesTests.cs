using CddFunctions.Adapters.Blobs;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Platform;
using CddFunctions.Tests.Platform.Media;
using static CddFunctions.Tests.Platform.Media.BoxMaker;

namespace CddFunctions.Tests.Adapters.Blobs;

public sealed class BlobFilesTests : FilesContract, IAsyncLifetime
{
    private const int Megabyte = 1_048_576;

    private BlobStore _store = null!;

    protected override IFiles Files => _store.Files;

    public async ValueTask InitializeAsync() => _store = await BlobStore.CreateAsync(Noon);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_long_video_is_measured_from_its_ends()
    {
        var moov = Box("moov", Mvhd(1000, 5000), Track(5000, 1000, 5000));
        await using (var writer = Files.OpenWrite(Name))
        {
            await writer.Content.WriteAsync(Ftyp, Ct);
            await writer.Content.WriteAsync((byte[])[.. U32(60 * Megabyte), .. "mdat"u8], Ct);
            await writer.Content.WriteAsync(new byte[(60 * Megabyte) - 8], Ct);
            await writer.Content.WriteAsync(moov, Ct);
            await writer.CommitAsync(Ct);
        }

        var facts = await MeasureAsync();

        Assert.Equal((MediaType.Mp4, TimeSpan.FromSeconds(5), null), (facts.Type, facts.Duration, facts.Fault));
        Assert.InRange(_store.Requests.Received, 1, Megabyte / 2);
        Assert.InRange(_store.Requests.Requests, 2, 5);
    }

    [Fact]
    public async Task A_pdf_with_large_pictures_is_measured_from_its_table_and_its_pages()
    {
        string[] pages =
        [
            .. Enumerable.Range(0, 8).Select(i => $"<< /Type /Page /Parent 2 0 R {PdfMaker.A4Box} /Contents {11 + i} 0 R >>"),
        ];
        var pictures = Enumerable.Range(0, 8).Select(_ => PdfMaker.Stream("", new string('x', 3 * Megabyte)));
        var pdf = PdfMaker.Write([PdfMaker.Catalog, PdfMaker.Tree(Enumerable.Range(3, 8)), .. pages, .. pictures]);
        await Files.WriteAsync(Name, new MemoryStream(pdf), pdf.Length, Ct);

        var facts = await MeasureAsync();

        Assert.Equal((MediaType.Pdf, 8, null), (facts.Type, facts.Pages, facts.Fault));
        Assert.InRange(_store.Requests.Received, 1, Megabyte / 2);
    }

    [Fact]
    public async Task Reading_back_and_forth_asks_for_each_block_once()
    {
        await Files.WriteAsync(Name, new MemoryStream(new byte[Megabyte]), Megabyte, Ct);
        await using var stream = await Files.OpenAsync(Name, Ct);
        _store.Requests.Reset();

        for (var i = 0; i < 100; i++)
        {
            stream!.Position = i % 2 == 0 ? i : Megabyte - i;
            stream.ReadByte();
        }

        Assert.Equal(2, _store.Requests.Requests);
    }

    [Fact]
    public async Task An_address_opens_this_file_for_reading_under_its_label_and_nothing_else()
    {
        await WriteAsync(Name, "ก,ข");
        await WriteAsync("other", "secret");
        var label = new DownloadLabel("text/csv; charset=utf-8", "tasks.csv");
        using var http = new HttpClient();

        var address = (await Files.AddressAsync(Name, label, TimeSpan.FromMinutes(5), Ct))!;
        using var answer = await http.GetAsync(address, Ct);

        Assert.Equal("ก,ข", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=tasks.csv; filename*=UTF-8''tasks.csv", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(403, await StatusAsync(http, HttpMethod.Get, address.AbsoluteUri.Replace(Name, "other", StringComparison.Ordinal)));
        Assert.Equal(403, await StatusAsync(http, HttpMethod.Delete, address.AbsoluteUri));
        var late = (await Files.AddressAsync(Name, label, TimeSpan.FromSeconds(-1), Ct))!;
        Assert.Equal(403, await StatusAsync(http, HttpMethod.Get, late.AbsoluteUri));
    }

    [Fact]
    public async Task The_places_know_nothing_of_each_other()
    {
        await WriteAsync(Name, "named");

        Assert.Null(await _store.Published.OpenAsync(Name, Ct));
        Assert.Empty(await _store.Published.ListAsync("", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_store_that_is_gone_is_an_outage_and_not_a_missing_file()
    {
        await WriteAsync(Name, "x");
        await using var opened = await Files.OpenAsync(Name, Ct);
        await using var half = Files.OpenWrite("half");
        await half.Content.WriteAsync(new byte[10], Ct);
        await _store.Container(BlobAccount.Files).DeleteAsync(cancellationToken: Ct);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => half.CommitAsync(Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Files.OpenAsync(Name, Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Files.WriteAsync(Name, Stream.Null, 1, Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ListAsync(""));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ReadToEndAsync(opened!));
        Assert.Throws<StorageUnavailableException>(() => opened!.ReadByte());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_an_outage()
    {
        var nobody = new BlobOptions
        {
            ConnectionString = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:9/a;",
            Retries = 1,
        };
        var files = new BlobFiles(
            BlobAccount.Open(nobody, () => throw new InvalidOperationException()),
            BlobAccount.Files,
            TimeProvider.System
        );

        await Assert.ThrowsAsync<StorageUnavailableException>(() => files.OpenAsync(Name, Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => files.DeleteAsync(Name, Ct));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => files.WriteAsync(Name, Stream.Null, 1, Ct));
    }

    private static async Task<int> ReadToEndAsync(Stream stream) => await stream.ReadAsync(new byte[1], Ct);

    private static async Task<int> StatusAsync(HttpClient http, HttpMethod method, string address)
    {
        using var answer = await http.SendAsync(new(method, address), Ct);
        return (int)answer.StatusCode;
    }

    private async Task<MediaFacts> MeasureAsync()
    {
        _store.Requests.Reset();
        await using var stream = await Files.OpenAsync(Name, Ct);
        return await MediaInspector.InspectAsync(stream!, Ct);
    }
}
