using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.HandIns;

[Trait("suite", "http")]
public sealed class RepeatableTests
{
    private static string Notes => TestServer.HandIn("t-note", "2101");

    [Fact]
    public async Task Hand_ins_of_a_repeatable_form_stand_side_by_side_and_are_read_in_pages()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        foreach (var key in new[] { "a", "b", "c", "a" })
            (await TestServer.PostAsync(officer, "t-note", "2101", key, FieldValues(("note", key)))).Must(201);

        var seen = new List<string>();
        for (string? after = null; ; )
        {
            var page = (await TestServer.GetAsync(officer, $"{Notes}?limit=1{(after is null ? "" : "&after=" + after)}")).Must(200).Json;
            seen.AddRange(page["submissions"]!.AsArray().Select(s => (string)s!["current"]!["fields"]!["note"]!));
            after = (string?)page["next"];
            if (after is null)
                break;
        }

        Assert.Equal(["a", "b", "c"], seen.Order(StringComparer.Ordinal));
        var row = await server.ObligationAsync("t-note", "2101");
        Assert.Equal(("submitted", 3), ((string)row["state"]!, (int)row["handedIn"]!));
    }

    [Fact]
    public async Task Each_is_reviewed_by_its_receipt_and_as_many_as_the_task_asks_for_make_it_done()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var one = (await TestServer.PostAsync(officer, "t-note", "2101", "a", FieldValues(("note", "a")))).Must(201);
        var two = (await TestServer.PostAsync(officer, "t-note", "2101", "b", FieldValues(("note", "b")))).Must(201);

        (await server.ReviewAsync("t-note", "2101", one.ETag, "accept")).Must(404, "nothing-handed-in");
        (await server.ReviewAsync("t-note", "2101", two.ETag, "accept", one.Say("receipt"))).Must(412, "stale");
        (await server.ReviewAsync("t-note", "2101", one.ETag, "accept", one.Say("receipt"))).Must(200);
        Assert.Equal("submitted", (string)(await server.ObligationAsync("t-note", "2101"))["state"]!);
        (await server.ReviewAsync("t-note", "2101", two.ETag, "accept", two.Say("receipt"))).Must(200);
        Assert.Equal("accepted", (string)(await server.ObligationAsync("t-note", "2101"))["state"]!);
    }

    [Fact]
    public async Task An_extension_counts_for_the_receipts_too()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                TestServer.Of("obligations/t-note/2101/extension"),
                new JsonObject { ["until"] = "2024-05-22", ["reason"] = "ก" }
            )
        ).Must(200);
        server.Clock.Now = LastSecond.AddDays(1);

        var answer = (await TestServer.PostAsync(officer, "t-note", "2101", "a", FieldValues(("note", "a")))).Must(201);

        Assert.True((bool)answer.Json["onTime"]!);
        Assert.True((bool)(await TestServer.GetAsync(officer, Notes)).Json["submissions"]![0]!["onTime"]!);
    }

    [Fact]
    public async Task An_opinion_without_a_name_keeps_no_minute_and_its_sender_sees_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var sender = await server.HolderAsync("intake", "t-opinion");
        server.Clock.Now = new(2024, 5, 11, 3, 21, 7, TimeSpan.Zero);

        var answer = (await TestServer.PostAsync(sender, "t-opinion", "21", "my key", FieldValues(("opinion", "อยากได้ต้นไม้")))).Must(201);

        Assert.Equal("2024-05-10T17:00:00Z", answer.Say("submittedAt"));
        (await TestServer.GetAsync(sender, TestServer.HandIn("t-opinion", "21"))).Must(403, "not-yours");
        (await TestServer.PostAsync(sender, "t-free", "2101", "k", FieldValues())).Must(403, "not-yours");
    }

    [Fact]
    public async Task What_is_stored_of_an_opinion_without_a_name_leads_back_to_no_link_key_or_minute()
    {
        TestHead.NeedsInProcess("reads the document and the files of the database");
        await using var server = await TestServer.StartAsync();
        var link = await server.LinkAsync("intake", "t-opinion");
        server.Clock.Now = new(2024, 5, 11, 3, 21, 7, TimeSpan.Zero);

        (
            await TestServer.PostAsync(
                server.With(link.Say("token")),
                "t-opinion",
                "21",
                "my key",
                FieldValues(("opinion", "อยากได้ต้นไม้"))
            )
        ).Must(201);

        var stored = await server
            .Services.GetRequiredService<IDocuments>()
            .AllAsync("made-up:submissions", TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(link.Say("id"), stored.Id + Encoding.UTF8.GetString(stored.Body.Span), StringComparison.Ordinal);
        Assert.Equal(0, Occurrences(server, "my key"));
        Assert.Equal(0, Occurrences(server, "03:21"));
        Assert.NotEqual(0, Occurrences(server, "อยากได้ต้นไม้"));
    }

    private static int Occurrences(TestServer server, string text)
    {
        var found = 0;
        foreach (var file in Directory.GetFiles(server.Folder, "cdd.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var word = Encoding.UTF8.GetBytes(text);
            var bytes = copy.ToArray().AsSpan();
            for (int at; (at = bytes.IndexOf(word)) >= 0; bytes = bytes[(at + 1)..])
                found++;
        }

        return found;
    }
}
