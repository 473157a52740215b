using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Links.Pages;
using CddFunctions.Tests.Web;

namespace CddFunctions.Tests.Campaigns.Pages;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class CampaignPagesTests(PagesSite site) : IClassFixture<PagesSite>
{
    private const string Page = $"/api/ui/{Definitions.Rayong}/programme";
    private const string Check = Page + "/check";
    private const string Revisions = Page + "/revisions";

    [Theory]
    [InlineData(CallerRole.Admin, "x", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData(CallerRole.Viewer, "x", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(CallerRole.Officer, "2101", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(CallerRole.Intake, "t-assign", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Viewers_read_the_programme_and_only_administrators_check_and_look_back(
        CallerRole role,
        string subject,
        HttpStatusCode read,
        HttpStatusCode rest
    )
    {
        var reader = await ReaderAsync(role, subject);

        Assert.Equal(read, (await reader.GetAsync(Page)).Status);
        foreach (var path in new[] { Check, Revisions, Revisions + "/1", Revisions + "/1/file" })
            Assert.Equal(rest, (await reader.GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_programme_is_told_in_words_with_the_place_in_the_letter()
    {
        var page = await (await ReaderAsync(CallerRole.Admin, "x")).PageAsync(Page);

        Assert.Contains("<span lang=\"th\">ข้อ ๓.๑</span>", page);
        Assert.Contains("href=\"#sources-ry-l1\">หนังสือที่ รย ๐๐๑๙/ว ๘๐ พค</a>", page);
        Assert.Contains("วันพุธที่ ๑๕ พฤษภาคม พ.ศ. ๒๕๖๗", page);
        Assert.Contains("ใช้ค่าตั้งต้น รอยืนยัน", page);
        Assert.Contains("/ballots/b-virtues/roll\"", page);
        Assert.Contains("ยืนยันหรือเปลี่ยนอย่างไร", page);
        Assert.DoesNotContain(PagesSite.HostileName, page);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;&amp;amp;&quot;ศึกษา&quot;", page);
    }

    [Fact]
    public async Task Viewers_are_not_shown_what_only_administrators_do()
    {
        var page = await (await ReaderAsync(CallerRole.Viewer, "x")).PageAsync(Page);

        Assert.DoesNotContain("/programme/check", page);
        Assert.DoesNotContain("/programme/revisions", page);
        Assert.DoesNotContain("/roll\"", page);
        Assert.DoesNotContain("ยืนยันหรือเปลี่ยนอย่างไร", page);
        Assert.Contains("/ballots/b-virtues\"", page);
    }

    [Fact]
    public async Task Every_word_in_english_and_every_link_on_the_page_leads_somewhere()
    {
        var page = await (await ReaderAsync(CallerRole.Admin, "x")).PageAsync(Page + "?lang=en");

        var ids = Matches(page, " id=\"([^\"]+)\"").ToHashSet();
        Assert.DoesNotContain(Matches(page, "href=\"#([^\"]+)\""), to => !ids.Contains(to));
        Assert.Equal(ids.Count, Matches(page, " id=\"([^\"]+)\"").Count());
        Assert.Matches("</span>\\s+of\\s+<a href", page);
        Assert.Contains("Default taken, to be confirmed", page);
    }

    [Theory]
    [InlineData(Definitions.Rayong)]
    [InlineData(Definitions.Phayao)]
    public async Task Every_page_of_a_shipped_programme_is_small(string id)
    {
        await using var server = await TestServer.StartAsync(programme: Definitions.Load(id));
        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(server.Address) };
        var made = (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                $"/api/campaigns/{id}/links",
                new JsonObject { ["role"] = "admin", ["subject"] = "x" }
            )
        ).Must(201);
        var reader = new Reader(plain, $"{LinkCookies.NameOf(id)}={made.Say("token")}");

        foreach (
            var path in new[]
            {
                "programme",
                "programme?lang=en",
                "programme/revisions",
                "programme/revisions/1",
                "programme/check",
                "links",
                "links?level=others",
            }
        )
        {
            var bytes = await reader.CompressedAsync($"/api/ui/{id}/{path}");
            TestContext.Current.SendDiagnosticMessage("{0} {1}: {2} bytes", id, path, bytes);
            Assert.InRange(bytes, 500, 60_000);
        }
    }

    [Fact]
    public async Task A_broken_file_is_answered_with_every_fault_as_text()
    {
        var reader = await ReaderAsync(CallerRole.Admin, "x");
        var broken = Definitions.Load(Definitions.Rayong);
        broken.At("tasks/t-book")["due"] = "<b>m-nowhere</b>";
        broken.At("tasks/t-assign")["owner"] = "nobody";

        var (status, _, html) = await reader.UploadAsync(Check, Check, Encoding.UTF8.GetBytes(broken.ToJsonString()));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("แฟ้มนี้ขึ้นใช้ไม่ได้", html);
        Assert.Contains("<code>tasks/t-book/due</code>", html);
        Assert.Contains("<code>tasks/t-assign/owner</code>", html);
        Assert.DoesNotContain("<b>m-nowhere</b>", html);
        Assert.DoesNotContain("สิ่งที่จะเปลี่ยนจากฉบับ", html);
    }

    [Fact]
    public async Task A_good_file_is_answered_with_what_would_change_and_what_would_be_lost()
    {
        var reader = await ReaderAsync(CallerRole.Admin, "x");
        var changed = Definitions.Load(Definitions.Rayong);
        changed["th"] = "โครงการใหม่ <i>";
        var tasks = changed.List("tasks");
        tasks.Remove(changed.At("tasks/" + PagesSite.Task));
        foreach (
            var task in tasks.OfType<JsonObject>().Where(t => t["after"] is JsonArray after && after.Any(a => $"{a}" == PagesSite.Task))
        )
            task.Remove("after");

        var (status, _, html) = await reader.UploadAsync(Check, Check, Encoding.UTF8.GetBytes(changed.ToJsonString()));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("แฟ้มถูกต้อง", html);
        Assert.Contains($"<code>{PagesSite.Task}</code>", html);
        Assert.Contains("มี 4 หน่วยงานส่งแล้ว", html);
        Assert.Contains("โครงการใหม่ &lt;i&gt;", html);
        Assert.Contains("นำขึ้นใช้อย่างไร", html);
        Assert.DoesNotContain("โครงการใหม่ &lt;", await reader.PageAsync(Page)); // nothing is stored
        Assert.DoesNotContain("/revisions/2\"", await reader.PageAsync(Revisions));
    }

    [Fact]
    public async Task The_same_file_changes_nothing_pasted_or_sent()
    {
        var reader = await ReaderAsync(CallerRole.Admin, "x");
        var same = Definitions.Load(Definitions.Rayong);
        same.At("tasks/" + PagesSite.HostileTask)["th"] = PagesSite.HostileName;

        var (_, _, html) = await reader.PostAsync(Check, Check, ("text", same.ToJsonString()));

        Assert.Contains("ไม่มีอะไรเปลี่ยนจากฉบับที่ใช้อยู่", html);
        Assert.DoesNotContain(PagesSite.HostileName, html); // what was pasted is kept as text
    }

    [Fact]
    public async Task A_file_of_another_programme_is_checked_and_not_compared()
    {
        var reader = await ReaderAsync(CallerRole.Admin, "x");

        var (_, _, html) = await reader.PostAsync(Check, Check, ("text", Definitions.Load(Definitions.Phayao).ToJsonString()));

        Assert.Contains("แฟ้มนี้เป็นของโครงการ phayao-2564", html);
        Assert.DoesNotContain("สิ่งที่จะเปลี่ยนจากฉบับ", html);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.BadRequest)]
    [InlineData(1, HttpStatusCode.OK)]
    [InlineData(1024 * 1024, HttpStatusCode.OK)]
    [InlineData(1024 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_file_has_at_most_one_megabyte(int bytes, HttpStatusCode status)
    {
        var reader = await ReaderAsync(CallerRole.Admin, "x");

        var answer = await reader.UploadAsync(Check, Check, Encoding.ASCII.GetBytes(new string(' ', bytes)));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Without_the_proof_of_the_page_nothing_is_checked()
    {
        var link = await site.LinkAsync(CallerRole.Admin, "x");
        using var request = new HttpRequestMessage(HttpMethod.Post, Check) { Content = new FormUrlEncodedContent([new("text", "{}")]) };
        request.Headers.Add("Cookie", LinksPagesTests.Cookie(link));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        using var answer = await site.Plain.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Every_revision_can_be_read_and_says_what_it_changed()
    {
        await using var first = await TestServer.StartAsync();
        await first.EndAsync();
        await using var second = await TestServer.StartAsync(
            data: first.Folder,
            change: p => p.At("milestones/m-due")["on"] = "2024-05-21"
        );
        var reader = await OfMadeUpAsync(second);

        var list = await reader.PageAsync($"/api/ui/{TestServer.Campaign}/programme/revisions");
        var old = await reader.PageAsync($"/api/ui/{TestServer.Campaign}/programme/revisions/1");
        var file = JsonNode.Parse(await reader.PageAsync($"/api/ui/{TestServer.Campaign}/programme/revisions/1/file"))!.AsObject();

        Assert.Contains("ฉบับที่ 2", list);
        Assert.Contains("<td>วันจันทร์ที่ ๒๐ พฤษภาคม พ.ศ. ๒๕๖๗</td><td>วันอังคารที่ ๒๑ พฤษภาคม พ.ศ. ๒๕๖๗</td>", list);
        Assert.Contains("ฉบับแรก", list);
        Assert.Contains("วันจันทร์ที่ ๒๐ พฤษภาคม พ.ศ. ๒๕๖๗", old);
        Assert.DoesNotContain("วันอังคารที่ ๒๑ พฤษภาคม พ.ศ. ๒๕๖๗", old);
        Assert.Contains("ขณะนี้ใช้ฉบับที่ 2", old);
        Assert.Equal("2024-05-20", $"{file.At("milestones/m-due")["on"]}");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/api/ui/{TestServer.Campaign}/programme/revisions/3")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/api/ui/{TestServer.Campaign}/programme/revisions/0/file")).Status);
        Assert.DoesNotContain("ฉบับที่ 2", await reader.PageAsync($"/api/ui/{TestServer.Campaign}/programme/revisions?from=1"));
    }

    [Fact]
    public async Task A_revision_that_this_application_no_longer_reads_is_shown_as_its_text()
    {
        TestHead.NeedsInProcess("writes into the store what an older application could have written");
        await using var server = await TestServer.StartAsync();
        var documents = server.Services.GetRequiredService<IDocuments>();
        var stored = (await documents.ReadAsync("campaigns", $"{TestServer.Campaign}:000001", TestContext.Current.CancellationToken))!;
        var body = JsonNode.Parse(stored.Body.Span)!;
        body["definition"] = new JsonObject { ["id"] = TestServer.Campaign, ["oldWord"] = "<script>alert(1)</script> เก่า" };
        Assert.NotNull(
            await documents.TryReplaceAsync(
                stored.Partition,
                stored.Id,
                stored.Version,
                body.ToBody(),
                TestContext.Current.CancellationToken
            )
        );
        var reader = await OfMadeUpAsync(server);

        var page = await reader.PageAsync($"/api/ui/{TestServer.Campaign}/programme/revisions/1");

        Assert.Contains("อ่านฉบับนี้เป็นหน้าไม่ได้แล้ว", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; เก่า", page);
        Assert.DoesNotContain("<script>alert", page);
    }

    private async Task<Reader> ReaderAsync(CallerRole role, string subject) =>
        new(site.Plain, LinksPagesTests.Cookie(await site.LinkAsync(role, subject)));

    private static async Task<Reader> OfMadeUpAsync(TestServer server) =>
        new(server.Anyone, $"{LinkCookies.NameOf(TestServer.Campaign)}={(await server.LinkAsync("admin", "x")).Say("token")}");

    private static IEnumerable<string> Matches(string text, string pattern) =>
        System
            .Text.RegularExpressions.Regex.Matches(text, pattern, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(m => m.Groups[1].Value);
}
