using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using CddFunctions.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Campaigns.Pages;

/// <summary>The amended file of Rayong goes live and back in a browser, by two administrators, with and without script.</summary>
[Trait("suite", "looks")]
public sealed class ProposalLooksTests(Chromium chromium)
{
    private const string Programme = $"/api/ui/{Definitions.Rayong}/programme";

    [Theory]
    [InlineData("th", ColorScheme.Light, 360, false)]
    [InlineData("th", ColorScheme.Dark, 320, true)]
    [InlineData("en", ColorScheme.Light, 1280, true)]
    public async Task A_file_goes_live_and_back_on_pages_that_everyone_can_read(string language, ColorScheme scheme, int width, bool script)
    {
        await using var server = await TestServer.StartAsync(
            programme: Definitions.Load(Definitions.Rayong),
            at: new(2024, 2, 20, 2, 0, 0, TimeSpan.Zero)
        );
        var words = PageTexts.In<ProposalTexts>(language == "en");
        var first = await OpenAsync("หนึ่ง");
        var second = await OpenAsync("สอง");

        await GoAsync(first, "/check");
        await first.FillAsync("#text", Changed());
        await first.Locator("main form.links-form button[type=submit]").Last.ClickAsync();
        await LookAsync(first, "check-ready");
        await ClickAsync(first, words.Propose);
        await LookAsync(first, "proposal-own");
        await GoAsync(second, "/proposal");
        await LookAsync(second, "proposal");
        await ClickAsync(second, string.Format(System.Globalization.CultureInfo.InvariantCulture, words.Confirm, 2));
        Assert.Contains("2", await second.GetByRole(AriaRole.Status).InnerTextAsync());
        await LookAsync(second, "proposal-live");
        await GoAsync(second, "/revisions/1");
        await LookAsync(second, "revision-earlier");
        await ClickAsync(second, words.Again);
        await GoAsync(first, "/proposal");
        await ClickAsync(first, string.Format(System.Globalization.CultureInfo.InvariantCulture, words.Confirm, 3));
        await GoAsync(first, "/revisions");
        Assert.Equal(3, await first.Locator("article.element").CountAsync());

        async Task<IPage> OpenAsync(string who)
        {
            var context = await chromium.ContextAsync(
                new()
                {
                    ColorScheme = scheme,
                    JavaScriptEnabled = script,
                    ViewportSize = new() { Width = width, Height = 800 },
                }
            );
            var page = await context.NewPageAsync();
            var request = new JsonObject { ["role"] = "admin", ["subject"] = who };
            var made = await TestServer.SendAsync(server.Admin, "POST", $"/api/campaigns/{Definitions.Rayong}/links", request);
            await page.GotoAsync(made.Must(201).Say("url"));
            return page;
        }

        Task<IResponse?> GoAsync(IPage page, string path) => page.GotoAsync($"{server.Address}{Programme}{path}?lang={language}");

        Task LookAsync(IPage page, string name) => Screens.CheckAsync(page, $"{name}-{language}-{scheme}-{width}", axe: script);

        static Task ClickAsync(IPage page, string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static string Changed()
    {
        var file = Definitions.Load(Definitions.Rayong);
        file.At("tasks/t-book")["th"] = "ชื่อใหม่";
        return file.ToJsonString();
    }
}
