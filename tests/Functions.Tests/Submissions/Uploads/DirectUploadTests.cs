using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CddFunctions.Adapters.Blobs;
using CddFunctions.Platform.Media.Pdf;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions.Uploads;
using CddFunctions.Tests.Adapters.Blobs;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Platform.Media;
using CddFunctions.Tests.Servers;

namespace CddFunctions.Tests.Submissions.Uploads;

/// <summary>Files that go to Blob storage past the application.</summary>
public sealed class DirectUploadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_store_takes_the_bytes_and_a_hand_in_measures_them()
    {
        await using var server = await StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(10);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        Assert.Equal(server.Clock.Now.AddMinutes(15), ticket.Json["expiresAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(201, (await Uploading.PutAsync(server, ticket, pdf)).Code);

        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(201);

        var file = (await TestServer.GetAsync(officer, TestServer.HandIn("t-book", "2101"))).Json["current"]!["files"]!["file"]![0]!;
        Assert.Equal((10, Sum(pdf)), ((int)file["facts"]!["pages"]!, (string)file["md5"]!));
        Assert.Null(file["sha256"]);
    }

    [Fact]
    public async Task A_hand_in_that_measures_names_what_is_wrong()
    {
        await using var server = await StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(11);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length, "t-book", "file")).Must(201);

        await Uploading.PutAsync(server, ticket, pdf);
        var refused = (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(422, "rules-broken");
        await Uploading.PutAsync(server, ticket, pdf[..^1]);
        var cut = (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(422, "rules-broken");

        Assert.Contains("๑๑ หน้า เกิน ๑๐ หน้า", (string)refused.Errors["file"]![0]!, StringComparison.Ordinal);
        Assert.Contains($"{pdf.Length:#,0}", (string)cut.Errors["file"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_still_holds_the_address_cannot_change_what_was_handed_in()
    {
        await using var server = await StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(201);

        Assert.Equal(201, (await Uploading.PutAsync(server, ticket, new byte[pdf.Length])).Code);
        (await Uploading.MeasureAsync(officer, ticket)).Must(409, "upload-already-used");

        var files = server.Services.GetRequiredService<IFiles>();
        var kept = await files.ListAsync(UploadStore.FilePrefix(TestServer.Campaign), Ct).SingleAsync(Ct);
        await using var content = await files.OpenAsync(kept.Name, Ct);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), Convert.ToHexStringLower(await SHA256.HashDataAsync(content!, Ct)));
    }

    [Fact]
    public async Task What_was_sent_again_and_measured_again_replaces_the_first()
    {
        await using var server = await StartAsync();
        var officer = await server.OfficerAsync("2101");
        var first = PdfMaker.PagesOf(1);
        var second = PdfMaker.PagesOf(1, "/MediaBox [0 0 595.276 841.88]");
        var ticket = (await Uploading.TicketAsync(officer, first.Length)).Must(201);

        Assert.Equal(Sum(first), (await Uploading.SendAsync(server, officer, ticket, first)).Must(200).Say("md5"));
        Assert.Equal(Sum(second), (await Uploading.SendAsync(server, officer, ticket, second)).Must(200).Say("md5"));
        Assert.Equal(Sum(second), (await Uploading.MeasureAsync(officer, ticket)).Must(200).Say("md5"));
    }

    [Fact]
    public async Task Measuring_twice_at_once_has_one_answer()
    {
        await using var server = await StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        await Uploading.PutAsync(server, ticket, pdf);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Uploading.MeasureAsync(officer, ticket)));

        Assert.All(answers, a => Assert.Equal(Sum(pdf), a.Must(200).Say("md5")));
    }

    [Fact]
    public async Task What_nobody_takes_over_is_removed_with_its_upload()
    {
        await using var server = await StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        var claimed = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        var waiting = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, claimed, pdf)).Must(200);
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(claimed))).Must(201);
        await Uploading.PutAsync(server, claimed, pdf); // after the hand-in: nobody's
        await Uploading.PutAsync(server, waiting, pdf);
        var incoming = server.Services.GetRequiredService<IIncoming>();

        await server.FireAsync("Housekeeping");
        Assert.EndsWith(waiting.Say("uploadId"), (await incoming.ListAsync("", Ct).SingleAsync(Ct)).Name, StringComparison.Ordinal);
        server.Clock.Now += TimeSpan.FromHours(24);
        await server.FireAsync("Housekeeping");

        Assert.Empty(await incoming.ListAsync("", Ct).ToListAsync(Ct));
        Assert.Single(await server.Services.GetRequiredService<IFiles>().ListAsync("", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_store_that_is_gone_is_an_outage_and_nothing_is_half_written()
    {
        await using var server = await StartAsync();
        var officer = await server.OfficerAsync("2101");
        var ticket = (await Uploading.TicketAsync(officer, 3)).Must(201);
        await BlobContainers.DeleteAsync(server.Services.GetRequiredService<BlobAccount>());

        var measured = (await Uploading.MeasureAsync(officer, ticket)).Must(503, "storage-unavailable");
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(503, "storage-unavailable");
        (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(503, "storage-unavailable");

        Assert.NotNull(measured.Message.Headers.RetryAfter);
        (await TestServer.GetAsync(officer, TestServer.HandIn("t-book", "2101"))).Must(404);
        Assert.Empty((await TestServer.GetAsync(server.Admin, TestServer.Of("exports"))).Must(200).Json.AsArray());
    }

    private static async Task<TestServer> StartAsync()
    {
        TestHead.NeedsInProcess("looks behind the application, on Azurite");
        var settings = await (await AzuriteServer.SharedAsync()).CreateContainersAsync();
        return await TestServer.StartInProcessAsync(settings: [.. settings.Select(s => (s.Key, s.Value)), ("Blob:Retries", "0")]);
    }

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(Md5.Hash(bytes));

    private static JsonObject Book(Answer ticket) => new() { ["uploads"] = new JsonObject { ["file"] = ticket.Say("uploadId") } };
}
