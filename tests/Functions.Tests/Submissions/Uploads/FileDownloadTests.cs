using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Uploads;

/// <summary>Files of hand-ins, on every head: through the application, or at an address of the file store.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class FileDownloadTests
{
    private static readonly byte[] Pdf = PdfMaker.PagesOf(3);

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent_under_its_Thai_name()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var address = FileOf("t-book", "2101", await HandInBookAsync(server, officer, "2101"));

        foreach (var reader in new[] { officer, server.Admin, await server.HolderAsync("viewer", "executive") })
        {
            var answer = (await TestServer.GetAsync(reader, address)).Must(200);

            Assert.Equal(Pdf, answer.Bytes);
            Assert.Equal("application/pdf", answer.Type);
            var disposition = answer.Message.Content.Headers.ContentDisposition!;
            Assert.Equal(("attachment", "เล่ม.pdf"), (disposition.DispositionType, disposition.FileNameStar));
        }

        Assert.Contains("t-book/units/2101/submissions/files/", address, StringComparison.Ordinal);
        (await TestServer.GetAsync(server.Anyone, address)).Must(401, "identity-missing");
    }

    [Fact]
    public async Task Another_office_another_unit_and_what_was_not_handed_in_get_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var other = await server.OfficerAsync("2102");
        var upload = await HandInBookAsync(server, officer, "2101");
        var loose = (await Uploading.TicketAsync(officer, Pdf.Length)).Must(201);
        (await Uploading.SendAsync(server, officer, loose, Pdf)).Must(200);

        (await TestServer.GetAsync(other, FileOf("t-book", "2101", upload))).Must(403, "not-yours");
        (await TestServer.GetAsync(other, FileOf("t-book", "2102", upload))).Must(404, "file-not-handed-in");
        (await TestServer.GetAsync(officer, FileOf("t-plan", "2101", upload))).Must(404, "file-not-handed-in");
        (await TestServer.GetAsync(officer, FileOf("t-book", "2101", loose.Say("uploadId")))).Must(404, "file-not-handed-in");
        (await TestServer.GetAsync(officer, FileOf("t-book", "2101", "none"))).Must(404, "file-not-handed-in");
        (await TestServer.GetAsync(officer, FileOf("t-book", "2101", "a%5Cb%3Fc"))).Must(404, "file-not-handed-in");
    }

    [Fact]
    public async Task A_file_of_an_earlier_revision_stays_readable()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var first = await HandInBookAsync(server, officer, "2101");
        var current = (await TestServer.GetAsync(officer, TestServer.HandIn("t-book", "2101"))).Must(200);
        var second = await UploadAsync(server, officer);
        (await TestServer.PutAsync(officer, "t-book", "2101", current.ETag, Book(second))).Must(200);

        (await TestServer.GetAsync(officer, FileOf("t-book", "2101", first))).Must(200);
        (await TestServer.GetAsync(officer, FileOf("t-book", "2101", second))).Must(200);
    }

    [Fact]
    public async Task A_file_in_a_personal_field_is_not_for_viewers_nor_is_its_name()
    {
        await using var server = await TestServer.StartAsync(change: programme =>
            programme["forms"]!.AsArray().Single(f => (string)f!["id"]! == "f-book")!["fields"]![0]!["personal"] = true
        );
        var officer = await server.OfficerAsync("2101");
        var upload = await HandInBookAsync(server, officer, "2101");
        var viewer = await server.HolderAsync("viewer", "executive");

        (await TestServer.GetAsync(viewer, FileOf("t-book", "2101", upload))).Must(403, "not-yours");
        (await TestServer.GetAsync(server.Admin, FileOf("t-book", "2101", upload))).Must(200);
        var seen = (await TestServer.GetAsync(viewer, TestServer.HandIn("t-book", "2101"))).Must(200).Json["current"]!["files"]!["file"]![
            0
        ]!;
        Assert.Equal("•••", (string)seen["fileName"]!);
        var page = (await TestServer.GetAsync(viewer, $"/api/ui/{Id}/tasks/t-book/units/2101/history")).Must(200).Text;
        Assert.DoesNotContain(upload, page, StringComparison.Ordinal);
        Assert.DoesNotContain("เล่ม.pdf", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_a_repeatable_form_is_found_too()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        );
        var upload = await UploadAsync(server, officer, png);
        (
            await TestServer.PostAsync(
                officer,
                "t-note",
                "2101",
                "note",
                new()
                {
                    ["fields"] = new JsonObject { ["note"] = "ภาพ" },
                    ["uploads"] = new JsonObject { ["photos"] = new JsonArray(upload) },
                }
            )
        ).Must(201);

        var answer = (await TestServer.GetAsync(officer, FileOf("t-note", "2101", upload))).Must(200);

        Assert.Equal("image/png", answer.Type);
        Assert.Equal(png, answer.Bytes);
    }

    [Fact]
    public async Task A_part_can_be_asked_for()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var upload = await HandInBookAsync(server, officer, "2101");

        var part = (
            await TestServer.SendAsync(officer, "GET", FileOf("t-book", "2101", upload), (HttpContent?)null, ("Range", "bytes=5-9"))
        ).Must(206);

        Assert.Equal(Pdf[5..10], part.Bytes);
    }

    private static string FileOf(string task, string unit, string upload) => $"{TestServer.HandIn(task, unit)}/files/{upload}";

    private static JsonObject Book(string upload) =>
        new()
        {
            ["fields"] = new JsonObject(),
            ["uploads"] = new JsonObject { ["file"] = upload },
        };

    private static async Task<string> UploadAsync(TestServer server, HttpClient officer, byte[]? bytes = null)
    {
        var ticket = (await Uploading.TicketAsync(officer, (bytes ?? Pdf).Length)).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, bytes ?? Pdf)).Must(200);
        return ticket.Say("uploadId");
    }

    private static async Task<string> HandInBookAsync(TestServer server, HttpClient officer, string unit)
    {
        var upload = await UploadAsync(server, officer);
        (await TestServer.PostAsync(officer, "t-book", unit, "book", Book(upload))).Must(201);
        return upload;
    }
}
