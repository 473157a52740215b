using System.Text;
using System.Text.RegularExpressions;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Board;

/// <summary>The board and a history in both languages, light and dark, on a phone and a desktop, and on paper.</summary>
[Trait("suite", "looks")]
public sealed partial class BoardLooksTests(BoardSite site, Chromium chromium) : IClassFixture<BoardSite>
{
    [Theory]
    [InlineData("th", ColorScheme.Light, 320)]
    [InlineData("th", ColorScheme.Dark, 1280)]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 320)]
    public async Task Everyone_can_read_them(string language, ColorScheme scheme, int width)
    {
        await using var context = await chromium.ContextAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        var page = await site.OpenAsync(context, "admin", "administrator");
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        await CheckAsync("board", $"board?lang={language}");
        await CheckAsync("board-filtered", "board?district=2101&task=t-plan&state=waiting");
        await CheckAsync("board-nothing", "board?state=not-needed");
        await CheckAsync("overview", "");
        await CheckAsync("board-late", "board/late");
        await CheckAsync("history", "tasks/t-plan/units/2101/history", openAll: true);
        await CheckAsync("history-file", "tasks/t-book/units/2101/history");
        await CheckAsync("history-notes", "tasks/t-note/units/2101/history");
        await CheckAsync("history-returned", "tasks/t-free/units/2101/history", openAll: true);
        await CheckAsync("receipt", $"tasks/t-plan/units/2101/receipts/{site.Receipt}");
        await CheckAsync("history-empty", "tasks/t-plan/units/2103/history");
        Assert.Empty(complaints); // such as a style that the policy refuses

        async Task CheckAsync(string name, string path, bool openAll = false)
        {
            await site.GoAsync(page, BoardSite.Page(path));
            if (openAll)
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            await Screens.CheckAsync(page, $"{name}-{language}-{scheme}-{width}");
        }
    }

    [Fact]
    public async Task A_phone_shows_a_card_for_each_unit_and_a_desktop_a_matrix()
    {
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                JavaScriptEnabled = false,
            }
        );
        var page = await site.OpenAsync(context, "viewer", "executive");
        await site.GoAsync(page, BoardSite.Page("board"));
        var row = page.Locator("#level-district").Locator("xpath=ancestor::section").Locator("tbody tr").First;
        var name = row.Locator("td i").First;

        Assert.Equal("flex", await row.EvaluateAsync<string>("e => getComputedStyle(e).display"));
        Assert.True(await name.IsVisibleAsync());
        await page.SetViewportSizeAsync(1280, 800);
        Assert.Equal("table-row", await row.EvaluateAsync<string>("e => getComputedStyle(e).display"));
        Assert.False(await name.IsVisibleAsync());
    }

    [Fact]
    public async Task On_paper_the_board_lies_on_A4_without_forms()
    {
        await using var context = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1040, Height = 700 },
            }
        );
        var page = await site.OpenAsync(context, "admin", "administrator");
        await site.GoAsync(page, BoardSite.Page("board"));

        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await Screens.SaveAsync(page, "board-print");
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        await Screens.SaveAsync(pdf, "board.pdf");

        Assert.Equal(0, await page.Locator("form:visible, nav:visible").CountAsync());
        Assert.True(await page.Locator(".matrix thead").First.IsVisibleAsync());
        var sizes = MediaBox().Matches(Encoding.Latin1.GetString(pdf)).Select(m => (m.Groups["width"].Value, m.Groups["height"].Value));
        Assert.All(sizes, size => Assert.Equal(("841", "594"), size)); // points: A4, lying
        Assert.NotEmpty(sizes);
    }

    [GeneratedRegex(@"/MediaBox ?\[ ?0 0 (?<width>\d+)(\.\d+)? (?<height>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MediaBox();
}
