using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Web;

/// <summary>One browser that holds several links of one programme.</summary>
[Trait("suite", "http")]
public sealed partial class SideBySideTests(PagesSite site) : IClassFixture<PagesSite>
{
    private const string Start = $"/api/ui/{Definitions.Rayong}";

    [Fact]
    [Trait("heads", "all")]
    public async Task Opening_a_districts_link_keeps_the_administrators_and_one_goes_back_and_forth()
    {
        using var browser = new Browser(site);
        var admin = await browser.OpenAsync(CallerRole.Admin, "โต๊ะกลาง");
        var district = await browser.OpenAsync(CallerRole.Officer, "2101");

        var there = await browser.PageAsync(Start);
        Assert.Contains("<strong>หน่วยงาน · อำเภอเมืองระยอง</strong>", there, StringComparison.Ordinal);
        Assert.Contains("เปลี่ยนไปใช้ ผู้ดูแล · โต๊ะกลาง", there, StringComparison.Ordinal);
        Assert.Equal(Start, await browser.ChangeAsync(("use", admin.Id)));
        Assert.Contains("<strong>ผู้ดูแล · โต๊ะกลาง</strong>", await browser.PageAsync(Start + "/board"), StringComparison.Ordinal);

        await browser.ChangeAsync(("out", district.Id));
        Assert.DoesNotContain("เปลี่ยนไปใช้", await browser.PageAsync(Start), StringComparison.Ordinal);
        await browser.OpenAsync(CallerRole.Officer, "2101");
        await browser.ChangeAsync(("out", "all"));
        Assert.Contains("เปิดด้วยลิงก์ของท่าน", (await browser.GetAsync(Start)).Must(401).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_the_current_link_does_not_open_leads_back_to_itself_after_the_switch()
    {
        using var browser = new Browser(site);
        var admin = await browser.OpenAsync(CallerRole.Admin, "x");
        await browser.OpenAsync(CallerRole.Officer, "2101");
        var refused = (await browser.GetAsync(Start + "/board")).Must(403).Text;

        Assert.Contains($"name=\"back\" value=\"{Start}/board\"", refused, StringComparison.Ordinal);
        Assert.Equal(Start + "/board", await browser.ChangeAsync(("use", admin.Id), ("back", Start + "/board")));
        foreach (var elsewhere in new[] { "https://elsewhere.example/", "//elsewhere.example", "/api/ui/phayao-2564", Start + "//x" })
            Assert.Equal(Start, await browser.ChangeAsync(("use", admin.Id), ("back", elsewhere)));
    }

    [Fact]
    public async Task A_form_is_sent_in_the_name_of_the_link_that_its_page_was_made_for()
    {
        using var browser = new Browser(site);
        var district = await browser.OpenAsync(CallerRole.Officer, "2108");
        var task = $"{Start}/tasks/t-assign/units/2108";
        var page = await browser.PageAsync(task);
        await browser.OpenAsync(CallerRole.Admin, "x");

        var sent = await browser.PostAsync(task, [.. Hidden(page), ("note", "ก")]);

        Assert.Contains("/receipts/", sent.Must(303).Message.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(district.Id, await LastSenderAsync("2108"));
        // What the answer leads to is opened with the link that has sent.
        Assert.Contains(
            "<strong>หน่วยงาน",
            await browser.PageAsync(sent.Message.Headers.Location!.OriginalString),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_script_of_a_page_acts_for_the_link_of_the_page()
    {
        using var browser = new Browser(site);
        await browser.OpenAsync(CallerRole.Officer, "2107");
        var proof = Hidden(await browser.PageAsync($"{Start}/tasks/t-assign/units/2107")).Single(h => h.Name is "proof").Value;
        await browser.OpenAsync(CallerRole.Officer, "2106");

        (await AnnounceAsync()).Must(201);
        await browser.ChangeAsync(("out", "all"));
        await browser.OpenAsync(CallerRole.Officer, "2106");
        (await AnnounceAsync()).Must(403, "form-expired");

        Task<Answer> AnnounceAsync() =>
            browser.SendAsync(
                "POST",
                $"/api/campaigns/{Definitions.Rayong}/uploads",
                TestServer.Json(
                    new
                    {
                        fileName = "a.pdf",
                        contentType = "application/pdf",
                        length = 10,
                    }
                ),
                ("Sec-Fetch-Site", "same-origin"),
                (FormProofs.Header, proof)
            );
    }

    [Theory]
    [InlineData("2105", true)]
    [InlineData("2106", false)]
    public async Task A_form_of_a_link_that_is_gone_is_refused_keeps_what_was_typed_and_says_which_link_it_needs(string unit, bool another)
    {
        using var browser = new Browser(site);
        var district = await browser.OpenAsync(CallerRole.Officer, unit);
        var task = $"{Start}/tasks/t-assign/units/{unit}";
        var page = await browser.PageAsync(task);
        await browser.ChangeAsync(("out", "all"));
        if (another)
            await browser.OpenAsync(CallerRole.Admin, "x");

        var refused = (await browser.PostAsync(task, [.. Hidden(page), ("note", "บรรทัดแรก\r\nบรรทัดสอง <b>")])).Must(403).Text;

        Assert.Contains("ต้องส่งด้วยลิงก์ของ หน่วยงาน · อำเภอ", refused, StringComparison.Ordinal);
        Assert.Contains($"action=\"{task}\"", refused, StringComparison.Ordinal);
        Assert.Contains(("note", "บรรทัดแรก\r\nบรรทัดสอง <b>"), Hidden(refused));
        await browser.OpenAsync(district.Url);
        (await browser.PostAsync(task, Hidden(refused))).Must(303);
        Assert.Equal(district.Id, await LastSenderAsync(unit));
    }

    [Fact]
    public async Task A_form_with_an_invented_proof_learns_no_name()
    {
        using var browser = new Browser(site);
        await browser.OpenAsync(CallerRole.Officer, "2105");
        var other = await site.LinkAsync(CallerRole.Officer, "2106");

        var refused = (await browser.PostAsync($"{Start}/tasks/t-assign/units/2105", ("proof", $"00.{other["id"]}.x"))).Must(403).Text;

        Assert.Contains("ต้องส่งด้วยลิงก์หรือรหัสที่ใช้เปิดหน้าเดิม", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoked_and_expired_links_disappear_by_themselves_and_a_ninth_lets_the_oldest_fall()
    {
        using var browser = new Browser(site);
        var first = await browser.OpenAsync(CallerRole.Officer, "2101");
        var second = await browser.OpenAsync(CallerRole.Officer, "2102");
        (await site.Admin.DeleteAsync($"/api/campaigns/{Definitions.Rayong}/links/{second.Id}", Ct)).EnsureSuccessStatusCode();
        Assert.Contains("<strong>หน่วยงาน · อำเภอเมืองระยอง", await browser.PageAsync(Start), StringComparison.Ordinal);
        Assert.DoesNotContain(second.Id, await browser.PageAsync(Start), StringComparison.Ordinal);

        for (var n = 0; n < 7; n++)
            await browser.OpenAsync(CallerRole.Officer, "2103");
        Assert.Contains(first.Id, await browser.PageAsync(Start), StringComparison.Ordinal);
        await browser.OpenAsync(CallerRole.Officer, "2103");

        Assert.DoesNotContain(first.Id, await browser.PageAsync(Start), StringComparison.Ordinal);
        Assert.Equal(Start + "?fell=1", browser.Last);
        Assert.Contains("เครื่องนี้เก็บได้ 8 ลิงก์", await browser.PageAsync(browser.Last), StringComparison.Ordinal);
        Assert.True(browser.CookieBytes < 4096);
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task The_code_of_a_slip_opens_its_link_until_that_is_revoked()
    {
        using var desk = new Browser(site);
        await desk.OpenAsync(CallerRole.Admin, "x");
        var link = await site.LinkAsync(CallerRole.Officer, "2104");
        var slip = await desk.PageAsync($"{Start}/links/{link["id"]}");
        var code = Typed().Match(slip).Groups["code"].Value;
        Assert.Contains($"{site.Address.Authority}{Start}</strong>", slip, StringComparison.Ordinal);
        using var browser = new Browser(site);
        Assert.Contains("id=\"code\"", (await browser.GetAsync(Start)).Must(401).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"code\"", await browser.PageAsync(Start + "/sign-in"), StringComparison.Ordinal);

        var wrong = (await browser.PostAsync(Start + "/sign-in", ("code", "2222-2222-2222-2222"))).Must(401).Text;
        Assert.Contains("role=\"alert\"", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"2222-2222-2222-2222\"", wrong, StringComparison.Ordinal); // to be mended, not typed again
        (await browser.PostAsync(Start + "/sign-in", ("code", code.ToLowerInvariant().Replace('-', ' ')))).Must(303);
        Assert.Contains("<strong>หน่วยงาน · อำเภอ", await browser.PageAsync(Start), StringComparison.Ordinal);

        (await site.Admin.DeleteAsync($"/api/campaigns/{Definitions.Rayong}/links/{link["id"]}", Ct)).EnsureSuccessStatusCode();
        using var late = new Browser(site);
        (await late.PostAsync(Start + "/sign-in", ("code", code))).Must(401);
        Assert.DoesNotContain("class=\"typed\"", await desk.PageAsync($"{Start}/links/{link["id"]}"), StringComparison.Ordinal);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<string?> LastSenderAsync(string unit)
    {
        var audit = await site.Admin.GetFromJsonAsync<JsonObject>($"/api/campaigns/{Definitions.Rayong}/audit?limit=1000", Ct);
        return (string?)
            audit!["entries"]!
                .AsArray()
                .Last(e => (string?)e!["what"] is "handed-in" && $"{e["subject"]}".Contains(unit, StringComparison.Ordinal))!["by"];
    }

    private static (string Name, string Value)[] Hidden(string page) =>
        [.. Input().Matches(page).Select(m => (m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)))];

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" />""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();

    [GeneratedRegex("""class="typed">(?<code>[^<]+)<""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Typed();

    /// <summary>A browser reduced to HTTP: it keeps cookies and follows nothing.</summary>
    private sealed class Browser : IDisposable
    {
        private readonly PagesSite _site;
        private readonly CookieContainer _cookies = new();
        private readonly HttpClient _http;

        public Browser(PagesSite site)
        {
            _site = site;
            _http = new(Tests.Http.Heads.Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }))
            {
                BaseAddress = site.Address,
            };
        }

        /// <summary>Where the last link that was opened led to.</summary>
        public string Last { get; private set; } = "";

        public int CookieBytes => _cookies.GetCookieHeader(new(_site.Address, Start)).Length;

        public async Task<(string Id, string Url)> OpenAsync(CallerRole role, string subject)
        {
            var link = await _site.LinkAsync(role, subject);
            await OpenAsync($"{link["url"]}");
            return ($"{link["id"]}", $"{link["url"]}");
        }

        public async Task OpenAsync(string url) =>
            Last = (await GetAsync(new Uri(url).PathAndQuery)).Must(303).Message.Headers.Location!.OriginalString;

        public Task<Answer> GetAsync(string path) => TestServer.GetAsync(_http, path);

        public async Task<string> PageAsync(string path) => (await GetAsync(path)).Must(200).Text;

        public Task<Answer> SendAsync(string method, string path, HttpContent content, params (string Name, string Value)[] headers) =>
            TestServer.SendAsync(_http, method, path, content, headers);

        public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
            SendAsync(
                "POST",
                path,
                new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
                ("Sec-Fetch-Site", "same-origin")
            );

        public async Task<string> ChangeAsync(params (string Name, string Value)[] fields) =>
            (await PostAsync(Start + "/held", fields)).Must(303).Message.Headers.Location!.OriginalString;

        public void Dispose() => _http.Dispose();
    }
}
