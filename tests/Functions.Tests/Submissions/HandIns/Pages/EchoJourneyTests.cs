using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

/// <summary>What is typed is said in words on the spot, in the very words of the server; without script the page asks.</summary>
[Trait("suite", "http")]
public sealed class EchoJourneyTests(Chromium chromium)
{
    private static readonly Field Total = MadeUpCampaign.Launched().Form("f-plan").Fields.First(f => f.Kind is FieldKind.Money);
    private static readonly Field People = Total with { Kind = FieldKind.Integer };

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task The_script_says_what_the_server_understands(string language)
    {
        await using var server = await TestServer.StartAsync();
        await using var context = await chromium.ContextAsync(new());
        var page = await OpenAsync(context, server, language);

        foreach (
            var typed in new[]
            {
                "1",
                "11",
                "21",
                "101",
                "121",
                "1000001",
                "๑,๐๐๐,๐๑๑",
                "0.25",
                "฿1,200.50",
                "5,000 บาท",
                "5000.-",
                "0",
                "999999999",
            }
        )
            Assert.Equal(Of(ValueWords.Of(Total, WrittenNumber.Parse(typed)!.Value.Value)), await SaidAsync("total", typed));
        foreach (var typed in new[] { "10", "1,200 คน", "２１" })
            Assert.Equal(Of(ValueWords.Of(People, WrittenNumber.Parse(typed)!.Value.Value)), await SaidAsync("people", typed));
        foreach (var typed in new[] { "1.200", "1,20", "สิบ", "" })
            Assert.Equal("", await SaidAsync("total", typed));
        foreach (var day in new DateOnly[] { new(2024, 5, 13), new(2024, 2, 29), new(2023, 12, 31) })
        {
            await page.Locator("[name='start.day']").FillAsync(ThaiDigits.ToThai(day.Day));
            await page.Locator("[name='start.month']").SelectOptionAsync($"{day.Month}");
            Assert.Equal(Of(ValueWords.Of(day)), await SaidAsync("start", $"{BuddhistEra.YearOf(day)}", "start.year"));
        }

        Assert.Equal("", await SaidAsync("start", "67", "start.year"));

        string Of(Text words) => language == "th" ? words.Th : words.En;

        async Task<string> SaidAsync(string name, string typed, string? input = null)
        {
            await page.Locator($"[name='{input ?? name}']").FillAsync(typed);
            return await page.Locator($"[data-of='{name}']").TextContentAsync() ?? "";
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_page_asks_once_about_values_that_are_seldom_meant(bool script)
    {
        await using var server = await TestServer.StartAsync();
        await using var context = await chromium.ContextAsync(
            new()
            {
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = 360, Height = 780 },
            }
        );
        var page = await OpenAsync(context, server, "th");
        await page.Locator("#f-officer").FillAsync("นายสมมติ ทดสอบ");
        await page.Locator("#f-total").FillAsync("2,000,000");
        await page.Locator("[name='lines[0].name']").FillAsync("ก");
        await page.Locator("[name='lines[0].amount']").FillAsync("2,000,000");

        await page.Locator(".send .main").ClickAsync();
        await page.Locator("#errors").WaitForAsync();
        await Screens.CheckAsync(page, $"hand-in-asked-{(script ? "script" : "plain")}", script);
        Assert.Contains("สองล้านบาทถ้วน", await page.Locator("#errors").InnerTextAsync());
        await page.Locator(".send .main").ClickAsync();

        await page.WaitForURLAsync("**/receipts/*");
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, TestServer server, string language)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync((await server.LinkAsync("officer", "2101")).Say("url"));
        await page.GotoAsync($"{server.Address.TrimEnd('/')}{FormClient.Page("t-plan", "2101")}?lang={language}");
        return page;
    }
}
