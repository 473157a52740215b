using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Audit.Pages;

/// <summary>The record of use on a phone and a desktop, in both languages, light and dark, with and without script, and on paper.</summary>
[Trait("suite", "looks")]
public sealed class AuditLooksTests(PagesSite site, Chromium chromium) : IClassFixture<PagesSite>
{
    [Theory]
    [InlineData("th", ColorScheme.Light, 320)]
    [InlineData("th", ColorScheme.Dark, 1280)]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 320)]
    public async Task Everyone_can_read_it(string language, ColorScheme scheme, int width)
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
        await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Admin, "administrator"))["url"]}");

        await CheckAsync("audit", $"?lang={language}");
        await CheckAsync("audit-found", "?what=handed-in&subject=2101");
        await CheckAsync("audit-nothing", "?what=stopped");
        Assert.True(await page.Locator(".chain .good").IsVisibleAsync());
        Assert.Empty(complaints);

        async Task CheckAsync(string name, string query)
        {
            await page.GotoAsync(At(query));
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            await Screens.CheckAsync(page, $"{name}-{language}-{scheme}-{width}");
        }
    }

    [Fact]
    public async Task An_administrator_without_script_finds_what_one_link_did_and_comes_back()
    {
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                JavaScriptEnabled = false,
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Admin, "administrator"))["url"]}");
        await page.GetByRole(AriaRole.Link, new() { Name = "บันทึกการใช้งาน", Exact = true }).ClickAsync();

        await page.GetByLabel("การกระทำ").SelectOptionAsync("returned");
        await page.GetByRole(AriaRole.Button, new() { Name = "แสดง" }).ClickAsync();
        Assert.Equal(1, await page.Locator(".audit li").CountAsync());
        await page.Locator(".audit .by").ClickAsync();
        Assert.True(await page.Locator(".audit li").CountAsync() > 1);
        await page.GetByRole(AriaRole.Link, new() { Name = "ล้างตัวกรอง" }).ClickAsync();

        Assert.EndsWith("/audit", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_there_are_the_entries_and_the_check_without_forms()
    {
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 700, Height = 990 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Admin, "administrator"))["url"]}");
        await page.GotoAsync(At(""));

        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Screens.SaveAsync(page, "audit-print");
        Assert.Equal(0, await page.Locator("form:visible, nav:visible").CountAsync());
        Assert.True(await page.Locator(".chain").IsVisibleAsync());
    }

    private string At(string query) => new Uri(site.Address, $"/api/ui/{Definitions.Rayong}/audit{query}").AbsoluteUri;
}
