using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Platform.Media;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Uploads;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class UploadTests
{
    [Fact]
    public async Task A_file_goes_from_ticket_to_bytes_to_hand_in_and_then_cannot_change()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(10);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);

        var resent = (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);
        var body = Book(ticket);
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", body)).Must(201);

        Assert.Equal(10, (int)resent.Json["facts"]!["pages"]!);
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(409, "upload-already-used");
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", body)).Must(201);
        var file = (await TestServer.GetAsync(officer, TestServer.HandIn("t-book", "2101"))).Json["current"]!["files"]!["file"]![0]!;
        var sum = Uploading.IsDirect(ticket) ? "md5" : "sha256";
        Assert.Equal(("เล่ม.pdf", (string)resent.Json[sum]!), ((string)file["fileName"]!, (string)file[sum]!));
    }

    [Fact]
    public async Task Eleven_pages_are_refused_on_arrival_with_their_number()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(11);
        var named = (await Uploading.TicketAsync(officer, pdf.Length, "t-book", "file")).Must(201);
        var unnamed = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);

        var refused = (await Uploading.SendAsync(server, officer, named, pdf)).Must(422, "file-refused");
        (await Uploading.SendAsync(server, officer, unnamed, pdf)).Must(200);
        var late = (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(unnamed))).Must(422, "rules-broken");

        Assert.Contains("๑๑ หน้า เกิน ๑๐ หน้า", refused.Say("detail"), StringComparison.Ordinal);
        Assert.Contains("๑๑ หน้า เกิน ๑๐ หน้า", (string)late.Errors["file"]![0]!, StringComparison.Ordinal);
        var text = Encoding.UTF8.GetBytes("just text");
        (
            await Uploading.SendAsync(
                server,
                officer,
                (await Uploading.TicketAsync(officer, text.Length, "t-book", "file")).Must(201),
                text
            )
        ).Must(422, "file-refused");
    }

    [Fact]
    public async Task Bytes_of_another_length_are_refused_and_may_be_sent_again()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);

        (await Uploading.SendAsync(server, officer, ticket, pdf[..^1])).Must(400, "wrong-length");
        (await Uploading.SendAsync(server, officer, ticket, [.. pdf, 1, 2, 3])).Must(400, "wrong-length");
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(422, "rules-broken");
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(201);
    }

    [Fact]
    public async Task Somebody_elses_upload_and_ids_that_cannot_be_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        var pdf = PdfMaker.PagesOf(1);
        var owner = await server.OfficerAsync("2102");
        var ticket = (await Uploading.TicketAsync(owner, pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, owner, ticket, pdf)).Must(200);
        var officer = await server.OfficerAsync("2101");

        foreach (var id in new[] { ticket.Say("uploadId"), "none", "a/b?c#d\\", new string('x', 300), "a\nb" })
            (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(id))).Must(422, "rules-broken");
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(new JsonArray("a", "b")))).Must(422, "rules-broken");
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(5))).Must(400, "fields-malformed");
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", new JsonObject())).Must(400, "fields-malformed");
        (
            await TestServer.SendAsync(
                server.Anyone,
                "PUT",
                TestServer.Of($"uploads/{ticket.Say("uploadId")}?ticket=x"),
                TestServer.Bytes(pdf, "application/pdf")
            )
        ).Must(403, "ticket-invalid");
        (await Uploading.MeasureAsync(officer, ticket)).Must(403, "not-yours");
        (await Uploading.MeasureAsync(await server.HolderAsync("viewer", "v"), ticket)).Must(403, "not-yours");
        (await Uploading.MeasureAsync(server.Anyone, ticket)).Must(401, "identity-missing");
        (await TestServer.SendAsync(officer, "POST", TestServer.Of("uploads/none/measure"))).Must(404, "upload-not-found");
    }

    [Fact]
    public async Task What_was_sent_can_be_asked_for_again_until_it_is_handed_in()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(3);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);

        (await Uploading.MeasureAsync(officer, ticket)).Must(409, "upload-not-arrived");
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(422, "rules-broken");
        var sent = (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);
        Assert.Equal(sent.Text, (await Uploading.MeasureAsync(officer, ticket)).Must(200).Text);
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(ticket))).Must(201);
        (await Uploading.MeasureAsync(officer, ticket)).Must(409, "upload-already-used");
    }

    [Fact]
    public async Task An_address_that_has_ended_takes_nothing_and_the_answer_says_so()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);

        server.Clock.Now = ticket.Json["expiresAt"]!.GetValue<DateTimeOffset>();
        (await Uploading.MeasureAsync(officer, ticket)).Must(409, "upload-not-arrived");
        server.Clock.Now += TimeSpan.FromSeconds(1);
        (await Uploading.MeasureAsync(officer, ticket)).Must(403, "ticket-invalid");
        if (!Uploading.IsDirect(ticket)) // a store judges by its own clock
            (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(403, "ticket-invalid");
    }

    [Fact]
    public async Task A_photo_of_one_report_cannot_be_the_photo_of_another()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var png = Png();
        var ticket = (await Uploading.TicketAsync(officer, png.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, png)).Must(200);
        var body = FieldValues(("note", "ก"));
        body["uploads"] = new JsonObject { ["photos"] = new JsonArray(ticket.Say("uploadId"), ticket.Say("uploadId")) };

        (await TestServer.PostAsync(officer, "t-note", "2101", "a", body)).Must(201);
        (await TestServer.PostAsync(officer, "t-note", "2101", "b", body)).Must(422, "rules-broken");
    }

    [Fact]
    public async Task What_nobody_claimed_within_a_day_is_removed_and_what_is_handed_in_stays()
    {
        TestHead.NeedsTimers();
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var pdf = PdfMaker.PagesOf(1);
        var kept = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        var forgotten = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, kept, pdf)).Must(200);
        (await Uploading.SendAsync(server, officer, forgotten, pdf)).Must(200);
        (await TestServer.PostAsync(officer, "t-book", "2101", "k", Book(kept))).Must(201);

        server.Clock.Now += TimeSpan.FromHours(23.9);
        await server.FireAsync("Housekeeping");
        (await Uploading.MeasureAsync(server.Admin, forgotten)).Must(200);
        server.Clock.Now += TimeSpan.FromHours(0.2);
        await server.FireAsync("Housekeeping");
        await server.FireAsync("Housekeeping");

        (await Uploading.SendAsync(server, server.Admin, forgotten, pdf)).Must(404, "upload-not-found");
        (await Uploading.MeasureAsync(server.Admin, kept)).Must(409, "upload-already-used");
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-book", "2101", "k", Book(kept))).Must(201);
    }

    [Theory]
    [InlineData("", 3, 400, "upload-malformed")]
    [InlineData("../a.pdf", 3, 400, "upload-malformed")]
    [InlineData("a.pdf", 0, 400, "upload-malformed")]
    [InlineData("a.pdf", long.MaxValue, 413, "file-too-large")]
    public async Task A_ticket_says_what_will_come(string name, long length, int status, string code)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await TestServer.SendAsync(
            await server.OfficerAsync("2101"),
            "POST",
            TestServer.Of("uploads"),
            new JsonObject
            {
                ["fileName"] = name,
                ["contentType"] = "x",
                ["length"] = length,
            }
        );

        answer.Must(status, code);
        (await Uploading.TicketAsync(server.Anyone, 3)).Must(401, "identity-missing");
        (await Uploading.TicketAsync(await server.HolderAsync("viewer", "v"), 3)).Must(403, "not-yours");
    }

    private static JsonObject Book(Answer ticket) => Book(ticket.Say("uploadId"));

    private static JsonObject Book(JsonNode id) => new() { ["uploads"] = new JsonObject { ["file"] = id } };

    private static byte[] Png() =>
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
