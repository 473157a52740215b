using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Links.Pages;

/// <summary>The administrator's pages in a browser: with and without script, on a phone and a desk, in both languages.</summary>
[Trait("suite", "looks")]
public sealed class AdministrationLooksTests(PagesSite site, Chromium chromium) : IClassFixture<PagesSite>
{
    private const string Start = $"/api/ui/{Definitions.Rayong}";

    [Theory]
    [InlineData("th", ColorScheme.Light, 320)]
    [InlineData("th", ColorScheme.Dark, 1280)]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 320)]
    public async Task Every_page_can_be_read_by_everyone(string language, ColorScheme scheme, int width)
    {
        await using var context = await chromium.ContextAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        await SignInAsync(page, "looks");
        var officer = await site.LinkAsync(CallerRole.Officer, "2101");

        await OpenAsync("links", $"/links?level=district&lang={language}");
        await page.GotoAsync(At("/links?level=others"));
        foreach (var summary in await page.Locator(".makers summary").AllAsync())
            await summary.ClickAsync();
        await CheckAsync("links-others");
        await OpenAsync("link", $"/links/{officer["id"]}");
        await OpenAsync("revoke", $"/links/{officer["id"]}/revoke");
        await OpenAsync("sheet", "/links/sheet?level=district");
        await OpenAsync("programme", "/programme");
        await OpenAsync("revisions", "/programme/revisions");
        if (width < 1000) // the same parts as the page before, in another frame: once in each language is enough
            await OpenAsync("revision", "/programme/revisions/1");
        await CheckFilesAsync(page, CheckAsync);
        Assert.Empty(complaints);

        async Task OpenAsync(string name, string path)
        {
            await page.GotoAsync(At(path));
            await CheckAsync(name);
        }

        async Task CheckAsync(string name)
        {
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            await Screens.CheckAsync(page, $"{name}-{language}-{scheme}-{width}");
        }
    }

    /// <summary>A broken file and a good one.</summary>
    private async Task CheckFilesAsync(IPage page, Func<string, Task> look)
    {
        await page.GotoAsync(At("/programme/check"));
        await page.FillAsync("#text", Broken());
        await page.ClickAsync("form button[type=submit]");
        await look("check-broken");
        await page.FillAsync("#text", Changed());
        await page.ClickAsync("form button[type=submit]");
        await look("check-good");
    }

    [Theory]
    [InlineData("th", ColorScheme.Light, 320)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    public async Task The_ten_tambons_are_picked_from_a_list_that_everyone_can_read(string language, ColorScheme scheme, int width)
    {
        await using var server = await TestServer.StartAsync(programme: Definitions.Load(Definitions.Phayao));
        var link = (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                $"/api/campaigns/{Definitions.Phayao}/links",
                new JsonObject { ["role"] = "admin", ["subject"] = "x" }
            )
        ).Must(201);
        await using var context = await chromium.ContextAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(link.Say("url"));
        await page.GotoAsync($"{server.Address}/api/ui/{Definitions.Phayao}/programme/units/py-target-tambons?lang={language}");
        var boxes = page.Locator("input[name=unit]");
        Assert.True(await boxes.CountAsync() > 60);
        for (var i = 0; i < 10; i++)
            await boxes.Nth(6 * i).CheckAsync();

        await page.ClickAsync("form button[type=submit]");

        Assert.Contains("10", await page.Locator("[role=status]").InnerTextAsync());
        Assert.Equal(10, await page.Locator("input[name=unit]:checked").CountAsync());
        await Screens.CheckAsync(page, $"choose-{language}-{scheme}-{width}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Links_for_all_offices_are_made_one_is_opened_by_its_office_and_revoked(bool script)
    {
        await using var fresh = new Fresh();
        await fresh.Site.InitializeAsync();
        await using var desk = await chromium.ContextAsync(new() { JavaScriptEnabled = script });
        var admin = await desk.NewPageAsync();
        await admin.GotoAsync($"{(await fresh.Site.LinkAsync(CallerRole.Admin, "desk"))["url"]}");
        await admin.GotoAsync(fresh.At("/links?level=district"));

        await admin.ClickAsync("button[name=all]");
        Assert.Contains("สร้างลิงก์แล้ว 8 ลิงก์", await admin.Locator("[role=status]").InnerTextAsync());
        var item = admin.Locator(".own li", new() { HasText = "อำเภอบ้านค่าย" });
        var address = await item.Locator(".copy input").InputValueAsync();
        Assert.Equal(script, await item.Locator(".copy button").IsVisibleAsync());

        await using var phone = await chromium.ContextAsync(
            new()
            {
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = 390, Height = 800 },
            }
        );
        var officer = await phone.NewPageAsync();
        await officer.GotoAsync(address);
        Assert.Contains("บ้านค่าย", await officer.Locator("h1").InnerTextAsync());
        Assert.DoesNotContain("t=", officer.Url);

        await item.Locator("a", new() { HasText = "ยกเลิกลิงก์" }).ClickAsync();
        await admin.ClickAsync("form button[type=submit]");
        await officer.ReloadAsync();
        Assert.Contains("ลิงก์นี้ใช้ไม่ได้", await officer.Locator("h1").InnerTextAsync());
        await officer.GotoAsync(address);
        Assert.Contains("ลิงก์นี้ใช้ไม่ได้", await officer.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task The_copy_button_copies_the_address()
    {
        await using var context = await chromium.ContextAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await context.NewPageAsync();
        await SignInAsync(page, "copy");
        var link = await site.LinkAsync(CallerRole.Officer, "2106");
        await page.GotoAsync(At($"/links/{link["id"]}"));

        await page.ClickAsync("button[data-copy]");

        await page.Locator("button[data-copy]", new() { HasText = "คัดลอกแล้ว" }).WaitForAsync();
        Assert.Equal($"{link["url"]}", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task On_paper_no_slip_is_cut_and_there_is_nothing_but_slips()
    {
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 700, Height = 990 },
            }
        );
        var page = await context.NewPageAsync();
        await SignInAsync(page, "paper");
        for (var i = 1; i <= 8; i++)
            await site.LinkAsync(CallerRole.Officer, $"210{i}");
        await page.GotoAsync(At("/links/sheet?level=district"));

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Screens.SaveAsync(page, "sheet-print");
        Assert.False(await page.Locator("h1").IsVisibleAsync());
        Assert.Equal(8, await page.Locator(".slip").CountAsync());
        Assert.True(
            await page.EvaluateAsync<bool>("[...document.querySelectorAll('.slip')].every(s => s.scrollHeight <= s.clientHeight + 1)"),
            "words of a slip are cut off"
        );
        Assert.True(
            await page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.slip')].every(s => getComputedStyle(s).breakInside === 'avoid')"
            )
        );
    }

    private async Task SignInAsync(IPage page, string name) =>
        await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Admin, name))["url"]}");

    private string At(string path) => new Uri(site.Address, Start + path).AbsoluteUri;

    private static string Broken()
    {
        var file = Definitions.Load(Definitions.Rayong);
        file.At("tasks/t-book")["due"] = "m-nowhere";
        return file.ToJsonString();
    }

    private static string Changed()
    {
        var file = Definitions.Load(Definitions.Rayong);
        file.At("tasks/t-book")["th"] = "ชื่อใหม่";
        return file.ToJsonString();
    }

    /// <summary>A site whose links no other test touches.</summary>
    private sealed class Fresh : IAsyncDisposable
    {
        public PagesSite Site { get; } = new();

        public string At(string path) => new Uri(Site.Address, Start + path).AbsoluteUri;

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
