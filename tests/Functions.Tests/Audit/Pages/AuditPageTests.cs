using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using CddFunctions.Audit.Pages;
using CddFunctions.Platform.Audit;
using CddFunctions.Tests.Adapters;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Platform.Audit;
using CddFunctions.Web;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Audit.Pages;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed partial class AuditPageTests
{
    private const string Path = $"/api/ui/{TestServer.Campaign}/audit";

    [Fact]
    public async Task The_newest_comes_first_in_words_with_the_office_the_task_and_the_moment()
    {
        await using var server = await TestServer.StartAsync();
        var link = await server.LinkAsync("officer", "2101");
        (await TestServer.PostAsync(server.With(link.Say("token")), "t-plan", "2101", "k", Plan())).Must(201);

        var thai = await ReadAsync(server, Path);
        var english = await ReadAsync(server, Path + "?lang=en");

        var newest = Entry().Match(thai).Value;
        foreach (var words in (string[])["ส่งงาน", "แผน <i> · เมืองระยอง", "๒๕๖๗", "เวลา ๐๙.๐๐ น.", link.Say("id"), "t-plan:2101 receipt="])
            Assert.Contains(words, newest, StringComparison.Ordinal);
        Assert.Matches("บันทึกครบถ้วนและไม่ถูกแก้ไข ตั้งแต่รายการที่ 1 ถึงรายการที่ [0-9]+", thai);
        Assert.Contains("กุญแจผู้ดูแลระบบ", thai, StringComparison.Ordinal);
        Assert.Contains("Handed in", Entry().Match(english).Value, StringComparison.Ordinal);
        Assert.Matches("Whole and unchanged from entry 1 to entry [0-9]+", english);
    }

    [Fact]
    public async Task Entries_are_found_by_deed_by_subject_and_by_who_did_it()
    {
        await using var server = await TestServer.StartAsync();
        var link = await server.LinkAsync("officer", "2101");
        foreach (var (task, unit) in new[] { ("t-free", "2101"), ("t-plan", "2101") })
            (await TestServer.PostAsync(server.With(link.Say("token")), task, unit, task, task is "t-free" ? FieldValues() : Plan())).Must(
                201
            );
        (await TestServer.PostAsync(server.Admin, "t-free", "2102", "k", FieldValues())).Must(201);

        Assert.Equal(["t-free:2102", "t-plan:2101", "t-free:2101"], await SubjectsAsync(server, "?what=handed-in"));
        Assert.Equal(["t-plan:2101", "t-free:2101"], await SubjectsAsync(server, "?subject=2101&what=handed-in"));
        Assert.Equal(["t-plan:2101", "t-free:2101"], await SubjectsAsync(server, $"?by={link.Say("id")}"));
        Assert.Equal(["t-free:2102"], await SubjectsAsync(server, "?by=admin-key&subject=t-free&what="));
        Assert.Empty(await SubjectsAsync(server, "?what=nothing-like-it"));
        Assert.Contains("ไม่มีรายการตามที่ค้นหา", await ReadAsync(server, Path + "?what=nothing-like-it"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_entries_are_a_link_away_down_to_the_first_and_nothing_is_left_out_or_shown_twice()
    {
        await using var server = await TestServer.StartAsync();
        for (var n = 0; n < 105; n++)
            (await TestServer.PostAsync(server.Admin, "t-note", "2101", $"{n}", FieldValues(("note", "ก")))).Must(201);

        var numbers = new List<int>();
        var path = Path + "?what=handed-in";
        var pages = 0;
        while (path is not null)
        {
            var html = await ReadAsync(server, path);
            numbers.AddRange(
                Number().Matches(html).Select(m => int.Parse(m.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture))
            );
            path = Older().Match(html) is { Success: true } older ? older.Groups["address"].Value : null;
            pages++;
        }

        Assert.InRange(pages, 3, 4); // the last one may be empty: below it there are only other deeds
        Assert.Equal(105, numbers.Count);
        Assert.Equal(numbers.OrderDescending(), numbers);
        Assert.Equal(105, numbers.Distinct().Count());
        Assert.Contains("กลับไปรายการล่าสุด", await ReadAsync(server, Path + "?before=3"), StringComparison.Ordinal);
        Assert.Equal(await SubjectsAsync(server, ""), await SubjectsAsync(server, "?before=9999999999999999&subject=%20"));
        var page = await TestServer.GetAsync(server.Admin, Path);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(page.Bytes, TestContext.Current.CancellationToken);
        Assert.InRange(packed.Length, 1, 60_000);
    }

    [Fact]
    public async Task What_was_typed_into_the_search_comes_back_as_text()
    {
        await using var server = await TestServer.StartAsync();

        var html = (await TestServer.GetAsync(server.Admin, Path + "?subject=" + Uri.EscapeDataString("\"><script>alert(1)</script>")))
            .Must(200)
            .Text;

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            new string('x', 101),
            await ReadAsync(server, Path + "?by=" + new string('x', 101)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Only_administrators_see_it()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await TestServer.GetAsync(server.Anyone, Path)).Status);
        foreach (var role in (string[])["officer", "viewer"])
            Assert.Equal(HttpStatusCode.Forbidden, (await TestServer.GetAsync(await server.HolderAsync(role, "2101"), Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await TestServer.GetAsync(server.Admin, "/api/ui/none/audit")).Status);
    }

    [Fact]
    public async Task A_broken_record_is_said_first_with_the_entry_and_what_is_wrong()
    {
        TestHead.NeedsInProcess("changes the database file");
        await using var server = await TestServer.StartAsync();
        for (var n = 0; n < 4; n++)
            await server.LinkAsync("viewer", $"{n}");
        Assert.Equal(
            1,
            TamperedDatabase.Run(server.Folder, $"DELETE FROM documents WHERE partition = 'made-up:audit' AND id = '{AuditBlock.Id(3)}'")
        );

        var html = await ReadAsync(server, Path + "?check=1");

        Assert.Matches("role=\"alert\"><strong>พบความผิดปกติที่รายการที่ 3: รายการหายไป", html);
        Assert.Contains("ตั้งแต่รายการที่ 1 ถึงรายการที่ 2", html, StringComparison.Ordinal);
        Assert.Equal(4, Number().Count(html)); // those that are left are still shown
    }

    [Fact]
    public void Every_deed_every_role_and_every_kind_of_fault_has_words_in_both_languages()
    {
        foreach (var texts in new[] { PageTexts.In<AuditTexts>(english: false), PageTexts.In<AuditTexts>(english: true) })
        {
            Assert.Equal(Enum.GetValues<AuditDeed>().Select(AuditEntry.Word), texts.Deeds.Keys);
            Assert.Equal(
                Enum.GetNames<CddFunctions.Platform.Identity.CallerRole>().Append("system").Select(r => r.ToLowerInvariant()).Order(),
                texts.Roles.Keys.Order()
            );
            Assert.Equal(Enum.GetNames<AuditBreak>().Select(b => b.ToLowerInvariant()).Order(), texts.Breaks.Keys.Order());
        }
    }

    [Fact]
    public async Task Pages_that_show_personal_data_leave_an_entry_and_others_none()
    {
        await using var server = await TestServer.StartAsync();
        var deeds = new Deeds(server);
        var link = await server.LinkAsync("officer", "2101");
        var officer = server.With(link.Say("token"));
        var by = link.Say("id");
        var ui = $"/api/ui/{TestServer.Campaign}";
        var task = ui + "/tasks/t-plan/units/2101";
        var roster = ui + "/rosters/people/2101";

        await deeds.MustAsync(() => TestServer.GetAsync(officer, ui), 200);
        await deeds.MustAsync(() => TestServer.GetAsync(officer, task), 200); // nothing in it yet
        await deeds.MustAsync(() => TestServer.GetAsync(officer, roster), 200);
        var receipt = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201).Say("receipt");
        (
            await TestServer.SendAsync(
                officer,
                "PUT",
                TestServer.Of("rosters/people/2101"),
                new System.Text.Json.Nodes.JsonObject { ["entries"] = People(15) }
            )
        ).Must(200);
        foreach (var path in (string[])["", $"/receipts/{receipt}", "/history"])
            await deeds.MustAsync(() => TestServer.GetAsync(officer, task + path), 200, $"{by} submission-read t-plan:2101 count=1");
        await deeds.MustAsync(() => TestServer.GetAsync(officer, roster), 200, $"{by} roster-read people:2101");
        await deeds.MustAsync(() => TestServer.GetAsync(officer, ui + "/tasks/t-plan/units/2102"), 403);
        await deeds.MustAsync(() => TestServer.GetAsync(server.Admin, ui + "/board"), 200);
        await deeds.MustAsync(() => TestServer.GetAsync(server.Admin, Path), 200);
        var viewer = await server.HolderAsync("viewer", "x");
        await deeds.MustAsync(() => TestServer.GetAsync(viewer, task + "/history"), 200); // masked
    }

    private static async Task<string> ReadAsync(TestServer server, string path) =>
        WebUtility.HtmlDecode((await TestServer.GetAsync(server.Admin, path)).Must(200).Text);

    /// <summary>Of hand-ins, links and the like: the raw subjects, newest first.</summary>
    private static async Task<List<string>> SubjectsAsync(TestServer server, string query) =>
        [.. Subject().Matches(await ReadAsync(server, Path + query)).Select(m => m.Groups["subject"].Value)];

    [GeneratedRegex("<li>\\s*<p class=\"what\">.*?</li>", RegexOptions.Singleline, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("<span>รายการที่ (?<number>[0-9]+)</span>", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("<code>(?<subject>[^ ]+) [^<]*</code></p>\\s*</li>", RegexOptions.None, 1000)]
    private static partial Regex Subject();

    [GeneratedRegex("href=\"(?<address>[^\"]+)\" rel=\"next\"", RegexOptions.None, 1000)]
    private static partial Regex Older();
}
