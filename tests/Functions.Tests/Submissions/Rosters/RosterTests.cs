using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Tests.Http;
using ClosedXML.Excel;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Rosters;

[Trait("suite", "http")]
public sealed class RosterTests
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static string Path => TestServer.Of("rosters/people/2101");

    [Fact]
    public async Task The_template_filled_in_comes_back_as_the_list()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");

        var answer = (await PutAsync(officer, await FilledAsync(officer))).Must(200);

        Assert.Equal(15, answer.Json["entries"]!.AsArray().Count);
        Assert.Equal("+66800000003", (string)answer.Json["entries"]![2]!["phone"]!);
        Assert.All(answer.Json["changes"]!.AsArray(), c => Assert.Equal("added", (string)c!["kind"]!));
        using var again = new XLWorkbook(new MemoryStream((await TestServer.GetAsync(officer, Path + "/template.xlsx")).Must(200).Bytes));
        Assert.Equal("080-000-0003", again.Worksheets.First().Cell(6, 5).GetString());
    }

    [Fact]
    public async Task Changes_are_shown_against_the_list_that_the_province_gave()
    {
        await using var server = await TestServer.StartAsync();
        (await PutAsync(server.Admin, People(15))).Must(200);
        var changed = People(15);
        changed.RemoveAt(14);
        changed.Add(Person(20));
        changed[0]!["title"] = "นาง";

        var answer = (await PutAsync(await server.OfficerAsync("2101"), changed)).Must(200);

        Assert.Equal(
            ["added", "corrected", "removed"],
            answer.Json["changes"]!.AsArray().Select(c => (string)c!["kind"]!).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["title"],
            answer.Json["changes"]!.AsArray().Single(c => (string)c!["kind"]! == "corrected")!["columns"]!.AsArray().Select(c => (string)c!)
        );
    }

    [Fact]
    public async Task An_accepted_list_is_what_later_changes_are_shown_against_and_is_closed_to_the_office()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        (await PutAsync(officer, People(15))).Must(200);
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", new JsonObject())).Must(201);

        (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(200);

        Assert.Empty((await TestServer.GetAsync(officer, Path)).Must(200).Json["changes"]!.AsArray());
        (await PutAsync(officer, People(15))).Must(409, "already-accepted");
    }

    [Fact]
    public async Task A_draft_made_after_the_hand_in_gives_way_to_the_list_that_is_accepted()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", FieldValues(("leaders", People(15))))).Must(201);
        var draft = People(15);
        draft[0]!["given"] = "ร่าง";
        (await PutAsync(officer, draft)).Must(200);

        (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(200);

        Assert.Equal("สมมติข", (string)(await TestServer.GetAsync(officer, Path)).Must(200).Json["entries"]![0]!["given"]!);
        (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(409, "already-decided");
    }

    [Fact]
    public async Task A_list_that_an_acceptance_overtakes_is_refused()
    {
        await using var server = await TestServer.StartInProcessAsync();
        var ct = TestContext.Current.CancellationToken;
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", FieldValues(("leaders", People(15))))).Must(201);
        var campaign = (await server.Services.GetRequiredService<CampaignCatalog>().FindAsync(TestServer.Campaign, ct))!;
        (await server.Services.GetRequiredService<Targets>().FindAsync(campaign, "t-people", "2101", ct)).IsRefused(out _, out var target);
        var draft = People(15);
        draft[0]!["given"] = "ร่าง";
        using var reached = new SemaphoreSlim(0);
        using var accepted = new ManualResetEventSlim();

        var late = Task.Run(
            () =>
                server
                    .Services.GetRequiredService<PutRoster>()
                    .RunAsync(
                        new(target!, campaign.RosterOf(target!.Task)!),
                        new(CallerRole.Officer, TestServer.Campaign, "2101", "link"),
                        new([.. draft.Select(r => JsonSerializer.SerializeToElement(r))], []),
                        new(),
                        _ =>
                        {
                            reached.Release(); // after the rule was asked and before the write
                            accepted.Wait(ct);
                            return true;
                        },
                        ct
                    ),
            ct
        );
        await reached.WaitAsync(ct);
        (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(200);
        accepted.Set();

        (await late).IsRefused(out var refusal, out _);
        Assert.Equal("already-accepted", refusal?.Code);
        Assert.Equal("สมมติข", (string)(await TestServer.GetAsync(officer, Path)).Must(200).Json["entries"]![0]!["given"]!);
    }

    [Fact]
    public async Task Asking_again_for_a_decision_does_not_take_back_what_the_province_corrected_since()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", FieldValues(("leaders", People(15))))).Must(201);
        (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(200);
        server.Clock.Now = server.Clock.Now.AddMinutes(1);
        var corrected = People(15);
        corrected[0]!["given"] = "แก้แล้ว";
        (await PutAsync(server.Admin, corrected)).Must(200);

        (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(409, "already-decided");

        Assert.Equal("แก้แล้ว", (string)(await TestServer.GetAsync(officer, Path)).Must(200).Json["entries"]![0]!["given"]!);
    }

    [Fact]
    public async Task A_column_that_is_given_twice_in_a_row_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        using var twice = new StringContent("""{"entries":[{"given":"ก","given":"ข"}]}""", System.Text.Encoding.UTF8, "application/json");

        using var answer = await officer.PutAsync(Path, twice);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_hand_in_that_is_refused_leaves_the_list_as_it_was()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        (await TestServer.PostAsync(officer, "t-people", "2101", "k", new JsonObject())).Must(400, "fields-malformed");
        (await TestServer.PostAsync(officer, "t-people", "2101", "k", FieldValues(("leaders", People(15))))).Must(201);
        var others = People(15);
        others[0]!["given"] = "อื่น";

        (await TestServer.PostAsync(officer, "t-people", "2101", "k2", FieldValues(("leaders", others.DeepClone())))).Must(
            409,
            "already-submitted"
        );
        (await TestServer.PutAsync(officer, "t-people", "2101", "\"old\"", FieldValues(("leaders", others)))).Must(412, "stale");

        Assert.Equal("สมมติข", (string)(await TestServer.GetAsync(officer, Path)).Must(200).Json["entries"]![0]!["given"]!);
    }

    [Fact]
    public async Task Every_bad_row_is_named_as_the_officer_counts_it_in_Excel()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var book = await FilledAsync(
            officer,
            sheet =>
            {
                sheet.Cell(5, 5).SetValue("12");
                sheet.Cell(7, 3).SetValue(" ");
                sheet.Cell(9, 3).SetValue(sheet.Cell(8, 3).GetString() + "\u00a0 ");
                sheet.Cell(11, 5).SetValue("+66 80-000-0007");
            }
        );

        var answer = (await PutAsync(officer, book)).Must(422, "rules-broken");

        Assert.Equal(
            ["rows[11].phone", "rows[5].phone", "rows[7].given", "rows[9].given"],
            answer.Errors.Select(e => e.Key).Order(StringComparer.Ordinal)
        );
        Assert.Contains("๘", (string)answer.Errors["rows[9].given"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_compared_as_they_look_and_phones_as_they_ring()
    {
        await using var server = await TestServer.StartAsync();
        var people = People(15);
        (people[0]!["given"], people[1]!["given"]) = ("นํ้า", "น้ำ");
        people[3]!["phone"] = "๐๘๐-๐๐๐-๐๐๐๓";

        var answer = (await PutAsync(server.Admin, people)).Must(422, "rules-broken");

        Assert.Equal(["rows[2].given", "rows[4].phone"], answer.Errors.Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_number_must_be_exact_and_a_list_has_an_end()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Contains("rows", (await PutAsync(server.Admin, People(14))).Must(422, "rules-broken").Errors.Select(e => e.Key));
        Assert.Contains("rows", (await PutAsync(server.Admin, People(16))).Must(422, "rules-broken").Errors.Select(e => e.Key));
        Assert.Contains(
            "entries",
            (await PutAsync(server.Admin, [.. Enumerable.Range(0, 5001).Select(_ => (JsonNode)1)]))
                .Must(422, "rules-broken")
                .Errors.Select(e => e.Key)
        );
        (await TestServer.SendAsync(server.Admin, "PUT", Path, new JsonObject())).Must(400, "malformed-request");
        (await TestServer.SendAsync(server.Admin, "PUT", Path, TestServer.Bytes([1], "text/csv"))).Must(415, "wrong-content");
        (await TestServer.SendAsync(server.Admin, "PUT", Path, TestServer.Bytes(new byte[5 * 1_048_576 + 1], Excel))).Must(
            413,
            "too-large"
        );
    }

    [Fact]
    public async Task A_phone_that_Excel_made_a_number_gets_its_zero_back()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var book = await FilledAsync(
            officer,
            sheet =>
            {
                sheet.Cell(4, 5).Style.NumberFormat.Format = "General";
                sheet.Cell(4, 5).SetValue(800000001);
                sheet.Cell(4, 5).DataType = XLDataType.Number;
            }
        );

        var answer = (await PutAsync(officer, book)).Must(200);

        Assert.Equal("+66800000001", (string)answer.Json["entries"]![0]!["phone"]!);
    }

    [Fact]
    public async Task Files_that_are_no_plain_workbook_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var good = await FilledAsync(officer);

        foreach (var bad in new[] { good[..^200], [1, 2, 3], [], With(good, "xl/vbaProject.bin", 100), Bomb(good) })
            Assert.Contains("file", (await PutAsync(officer, bad)).Must(422, "rules-broken").Errors.Select(e => e.Key));
        using var empty = new XLWorkbook();
        empty.AddWorksheet("x").Cell(1, 1).SetValue("อื่น");
        Assert.Contains("file", (await PutAsync(officer, Save(empty))).Must(422, "rules-broken").Errors.Select(e => e.Key));
        using var tall = new XLWorkbook(new MemoryStream(good));
        for (var row = 4; row < 4 + 5001; row++)
            tall.Worksheets.First().Cell(row, 3).SetValue("ก");
        Assert.Contains("file", (await PutAsync(officer, Save(tall))).Must(422, "rules-broken").Errors.Select(e => e.Key));
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task Only_the_office_and_administrators_see_a_list()
    {
        await using var server = await TestServer.StartAsync();
        (await TestServer.GetAsync(server.Admin, Path)).Must(404, "roster-empty");
        (await PutAsync(await server.OfficerAsync("2102"), People(15))).Must(403, "not-yours");
        (await PutAsync(server.Anyone, People(15))).Must(401, "identity-missing");
        (await PutAsync(await server.HolderAsync("intake", "t-people"), People(15))).Must(403, "not-yours");
        (await PutAsync(await server.HolderAsync("viewer", "v"), People(15))).Must(403, "not-yours");
        (await TestServer.GetAsync(await server.HolderAsync("viewer", "v"), Path)).Must(403, "not-yours");
        (await TestServer.GetAsync(await server.HolderAsync("viewer", "v"), Path + "/template.xlsx")).Must(403, "not-yours");
        (await TestServer.GetAsync(server.Admin, TestServer.Of("rosters/none/2101"))).Must(404, "roster-not-found");
        (await TestServer.GetAsync(server.Admin, TestServer.Of("rosters/people/21"))).Must(404, "unit-not-in-task");
    }

    [Fact]
    public async Task A_list_that_somebody_else_changed_meanwhile_is_not_replaced_unread()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var body = new JsonObject { ["entries"] = People(15) };
        (await TestServer.SendAsync(officer, "PUT", Path, body, ("If-Match", "*"))).Must(412, "stale"); // there is none yet
        var first = (await PutAsync(officer, People(15))).Must(200);
        Assert.Equal(first.ETag, (await TestServer.GetAsync(officer, Path)).Must(200).ETag);

        var second = (await TestServer.SendAsync(officer, "PUT", Path, body, ("If-Match", first.ETag))).Must(200);

        (await TestServer.SendAsync(officer, "PUT", Path, body, ("If-Match", first.ETag))).Must(412, "stale");
        (await TestServer.SendAsync(officer, "PUT", Path, body, ("If-Match", second.ETag))).Must(200);
        (await PutAsync(officer, People(15))).Must(200); // whoever does not ask is not stopped
    }

    [Fact]
    public async Task A_gathered_list_waits_for_its_sources_or_is_sent_with_what_is_missing()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-people", "2101", "k", FieldValues(("leaders", People(15))))).Must(201);
        (await server.ReviewAsync("t-people", "2101", sent.ETag, "accept")).Must(200);

        var refused = (await TestServer.PostAsync(server.Admin, "t-all", "21", "k", FieldValues())).Must(409, "sources-missing");
        Assert.Equal(["2102", "2103"], refused.Json["missing"]!.AsArray().Select(u => (string)u!));
        var body = FieldValues();
        body["incomplete"] = true;
        var incomplete = (await TestServer.PostAsync(server.Admin, "t-all", "21", "k", body)).Must(201);

        Assert.Equal(["2102", "2103"], incomplete.Json["missing"]!.AsArray().Select(u => (string)u!));
        var kept = (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-all", "21"))).Must(200);
        Assert.Equal(2, kept.Json["current"]!["missing"]!.AsArray().Count);
    }

    private static Task<Answer> PutAsync(HttpClient client, JsonArray people) =>
        TestServer.SendAsync(client, "PUT", Path, new JsonObject { ["entries"] = people });

    private static Task<Answer> PutAsync(HttpClient client, byte[] workbook) =>
        TestServer.SendAsync(client, "PUT", Path, TestServer.Bytes(workbook, Excel));

    /// <summary>The template as an officer fills it in: captions in row 3, people from row 4.</summary>
    private static async Task<byte[]> FilledAsync(HttpClient client, Action<IXLWorksheet>? change = null)
    {
        using var book = new XLWorkbook(new MemoryStream((await TestServer.GetAsync(client, Path + "/template.xlsx")).Must(200).Bytes));
        var sheet = book.Worksheets.First();
        for (var i = 1; i <= 15; i++)
        {
            sheet.Cell(3 + i, 2).SetValue("นาย");
            sheet.Cell(3 + i, 3).SetValue($"สมมติ{(char)('ก' + i)}");
            sheet.Cell(3 + i, 4).SetValue("ทดสอบ");
            sheet.Cell(3 + i, 5).SetValue($"080-000-{i:D4}");
        }

        change?.Invoke(sheet);
        return Save(book);
    }

    private static byte[] Save(XLWorkbook book)
    {
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    private static byte[] Bomb(byte[] workbook) => With(workbook, "xl/media/zeros.bin", 300_000_000);

    private static byte[] With(byte[] workbook, string name, int zeros)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            var chunk = new byte[1_000_000];
            for (var left = zeros; left > 0; left -= chunk.Length)
                entry.Write(chunk, 0, Math.Min(left, chunk.Length));
        }

        return stream.ToArray();
    }
}
