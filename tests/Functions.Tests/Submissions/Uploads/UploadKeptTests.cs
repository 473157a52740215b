using System.Text.Json.Nodes;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions.Uploads;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Platform.Media;

namespace CddFunctions.Tests.Submissions.Uploads;

/// <summary>What is kept of uploads: one file of a ticket, and not more of a link than its share.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class UploadKeptTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_one_ticket_one_file_is_kept_however_often_it_is_sent()
    {
        TestHead.NeedsInProcess("counts the files of the store");
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(2);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);

        for (var i = 0; i < 15; i++)
            (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);
        Assert.Equal(1, await FilesAsync(server));
        var race = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => Uploading.SendAsync(server, officer, ticket, pdf)));

        Assert.All(race, a => Assert.True(a.Code == 200 || a.Must(409, "upload-arriving").Code == 409));
        Assert.Equal(1, await FilesAsync(server));
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(409, "upload-already-used");
        Assert.Equal(1, await FilesAsync(server));
    }

    [Fact]
    public async Task What_was_refused_is_not_asked_for_again()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var word = OtherKindsTests.Sample("docx");
        var ticket = (await Uploading.TicketAsync(officer, word.Length, "t-book", "file")).Must(201);

        var refused = (await Uploading.SendAsync(server, officer, ticket, word)).Must(422, "file-refused");
        var measured = (await Uploading.MeasureAsync(officer, ticket)).Must(422, "file-refused");
        var handedIn = (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(422, "rules-broken");

        const string Said = "ไฟล์เป็น Word (.docx) ต้องเป็น PDF กรุณาเปิดไฟล์ บันทึกเป็น PDF แล้วแนบใหม่";
        Assert.Equal((Said, Said), (refused.Say("detail"), measured.Say("detail")));
        Assert.Equal(Said, (string)handedIn.Errors["file"]![0]!);
        var pdf = PdfMaker.PagesOf(1);
        if (pdf.Length == word.Length || Uploading.IsDirect(ticket))
            return;
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(400, "wrong-length");
    }

    [Fact]
    public async Task The_name_of_a_file_ends_as_what_was_measured()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        var ticket = (await TicketAsync(officer, "เล่ม พ.ศ. ๒๕๖๗.docx", pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);

        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(201);

        var file = (await TestServer.GetAsync(officer, TestServer.HandIn("t-book", "2101"))).Json["current"]!["files"]!["file"]![0]!;
        Assert.Equal("เล่ม พ.ศ. ๒๕๖๗.pdf", (string)file["fileName"]!);
    }

    [Fact]
    public async Task A_link_sends_its_share_of_bytes_a_day_and_other_links_theirs()
    {
        await using var server = await TestServer.StartAsync(
            settings: [("Limits:UploadMegabytes", "3"), ("Limits:UnclaimedMegabytes", "100")]
        );
        var officer = await server.OfficerAsync("2101");
        for (var i = 0; i < 3; i++)
            (await TicketAsync(officer, "a.pdf", 1_048_576)).Must(201);

        var enough = (await TicketAsync(officer, "a.pdf", 1)).Must(429, "uploads-enough-today");

        Assert.Equal(TimeSpan.FromHours(15), enough.Message.Headers.RetryAfter!.Delta); // it is nine in the morning
        (await TicketAsync(await server.OfficerAsync("2101"), "a.pdf", 1)).Must(201);
        (await TicketAsync(server.Admin, "a.pdf", 3_000_000)).Must(201);
        server.Clock.Now += TimeSpan.FromHours(15);
        (await TicketAsync(officer, "a.pdf", 1)).Must(201);
    }

    [Fact]
    public async Task What_no_hand_in_claims_is_limited_until_it_is_claimed_or_gone()
    {
        var pdf = PdfMaker.PagesOf(1);
        await using var server = await TestServer.StartAsync(settings: ("Limits:UnclaimedMegabytes", "1"));
        var officer = await server.OfficerAsync("2101");
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);

        (await TicketAsync(officer, "a.pdf", 1_048_576)).Must(429, "uploads-unclaimed");
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(201);
        (await TicketAsync(officer, "a.pdf", 1_048_576)).Must(201);
        (await TicketAsync(officer, "a.pdf", 1)).Must(429, "uploads-unclaimed");
        server.Clock.Now += TimeSpan.FromHours(24);
        (await TicketAsync(officer, "a.pdf", 1)).Must(201);
    }

    [Fact]
    public async Task There_is_no_ticket_for_a_form_that_takes_no_files()
    {
        await using var server = await TestServer.StartAsync();
        var intake = await server.HolderAsync("intake", "t-opinion");

        (await TicketAsync(intake, "a.pdf", 1)).Must(400, "upload-malformed");
        (await Uploading.TicketAsync(intake, 1, "t-book", "file")).Must(403, "not-yours");
        (await Uploading.TicketAsync(await server.OfficerAsync("2101"), 1, "t-plan", "officer")).Must(400, "upload-malformed");
        (await TicketAsync(await server.HolderAsync("intake", "t-note"), "a.pdf", 1)).Must(201);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // a disk kept a part of it
    public async Task A_lost_file_says_so_to_everybody_and_in_the_export(bool cut)
    {
        TestHead.NeedsInProcess("loses the file");
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(201);
        var files = server.Services.GetRequiredService<IFiles>();
        var stored = (await files.ListAsync(UploadStore.FilePrefix(TestServer.Campaign), Ct).SingleAsync(Ct)).Name;
        await files.DeleteAsync(stored, Ct);
        if (cut)
            await files.WriteAsync(stored, new MemoryStream(pdf[..50]), 50, Ct);
        var address = TestServer.HandIn("t-book", "2101") + $"/files/{ticket.Say("uploadId")}";

        foreach (var reader in new[] { officer, server.Admin, await server.HolderAsync("viewer", "v") })
        {
            Assert.Contains(
                "เล่ม.pdf",
                (await TestServer.GetAsync(reader, address)).Must(410, "file-lost").Say("detail"),
                StringComparison.Ordinal
            );
            var page = await TestServer.SendAsync(reader, "GET", address, (HttpContent?)null, ("Accept", "text/html,*/*;q=0.8"));
            Assert.Equal((410, "text/html"), (page.Code, page.Type));
            Assert.Contains("ให้หน่วยงานส่งไฟล์นี้ใหม่", page.Text, StringComparison.Ordinal);
        }

        var export = (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201).Json;
        var table = export["files"]!.AsArray().Single(f => ((string)f!["name"]!).EndsWith("/submissions.csv", StringComparison.Ordinal));
        var lines = (await TestServer.GetAsync(server.Admin, (string)table!["url"]!)).Must(200).Text.Split("\r\n");
        var column = Array.FindIndex(lines[0].Split(','), c => c.Contains("lost", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("1", lines[1].Split(',')[column]);
    }

    private static Task<Answer> TicketAsync(HttpClient client, string name, long length) =>
        TestServer.SendAsync(
            client,
            "POST",
            TestServer.Of("uploads"),
            new JsonObject
            {
                ["fileName"] = name,
                ["contentType"] = "application/pdf",
                ["length"] = length,
            }
        );

    private static JsonObject Book(Answer ticket) => new() { ["uploads"] = new JsonObject { ["file"] = ticket.Say("uploadId") } };

    private static Task<int> FilesAsync(TestServer server) =>
        server.Services.GetRequiredService<IFiles>().ListAsync(UploadStore.FilePrefix(TestServer.Campaign), Ct).CountAsync(Ct).AsTask();
}
