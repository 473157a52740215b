using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Web;

/// <summary>Every page in both languages, light and dark, from 320 px to a desktop: WCAG 2.2 A and AA, nothing cut off.</summary>
[Trait("suite", "looks")]
public sealed class LooksTests(PagesSite site, Chromium chromium) : IClassFixture<PagesSite>
{
    public static TheoryData<string, ColorScheme, int> Variants()
    {
        var all = new TheoryData<string, ColorScheme, int>();
        foreach (var language in new[] { "th", "en" })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                all.Add(language, scheme, 320);
                all.Add(language, scheme, 1280);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Variants))]
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

        await CheckAsync(page, "message", () => page.GotoAsync(Start($"?lang={language}")));
        complaints.Clear(); // the browser itself notes the 401 of that page
        await CheckAsync(page, "own", async () => await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Officer, "2108"))["url"]}"));
        await CheckAsync(page, "hand-in", () => page.GotoAsync(Forms.Page(site, "t-plan", "2108")));
        await CheckAsync(page, "receipt", () => Forms.HandInAsync(page, site, PagesSite.Task, "2108"));
        await CheckAsync(
            page,
            "overview",
            async () => await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Admin, "administrator"))["url"]}")
        );
        Assert.Empty(complaints); // such as a style or font that the policy refuses

        async Task CheckAsync(IPage on, string name, Func<Task> open)
        {
            await open();
            Assert.Equal(language, await on.Locator("html").GetAttributeAsync("lang"));
            await Screens.CheckAsync(on, $"{name}-{language}-{scheme}-{width}");
        }
    }

    [Fact]
    public async Task On_paper_there_is_no_navigation_and_every_figure()
    {
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 700, Height = 990 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{(await site.LinkAsync(CallerRole.Admin, "administrator"))["url"]}");

        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Screens.SaveAsync(page, "overview-print");
        Assert.False(await page.Locator("nav:visible").CountAsync() > 0);
        Assert.True(await page.Locator(".figures thead").First.IsVisibleAsync());
        Assert.Equal("rgb(0, 0, 0)", await page.Locator("h1").EvaluateAsync<string>("e => getComputedStyle(e).color"));
    }

    private string Start(string query = "") => new Uri(site.Address, $"/api/ui/{Definitions.Rayong}{query}").AbsoluteUri;
}
