using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots.Manage.Pages;

/// <summary>What the whole Rayong vote does not pass by: two ballots, a tie for the chair; on a phone, in the dark, in English.</summary>
[Trait("suite", "looks")]
public sealed class ManageLooksTests(Chromium chromium)
{
    [Theory]
    [InlineData(360, ColorScheme.Light, "th")]
    [InlineData(1280, ColorScheme.Dark, "en")]
    public async Task Several_votes_are_listed_and_a_tie_waits_for_the_chair(int width, ColorScheme scheme, string language)
    {
        await using var server = await TestServer.StartAsync(null, Two);
        await using var device = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
                ColorScheme = scheme,
            }
        );
        var page = await device.NewPageAsync();
        await page.GotoAsync((await server.LinkAsync("admin", "first")).Say("url"));
        await page.GotoAsync($"{server.Address}/api/ui/{TestServer.Campaign}/ballots?lang={language}");
        Assert.Equal(2, await page.Locator(".own li").CountAsync());
        await Screens.CheckAsync(page, $"ballots-{width}");

        var roll = await FreezeAsync(server, 3);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        (await VoteAsync(server, roll[1], Choices(roll[2]))).Must(201);
        server.Clock.Now = LastSecond.AddSeconds(1);
        await page.ClickAsync(".own li >> nth=0 >> a");
        await Screens.CheckAsync(page, $"manage-closed-{width}");
        await page.ClickAsync("button[value=tally]");
        await Screens.CheckAsync(page, $"manage-tie-{width}");
        await page.CheckAsync("input[name=winner] >> nth=0");
        await page.FillAsync("#reason-c-sufficiency", "อาวุโสกว่า");
        await page.ClickAsync("button[value=tie]");
        Assert.Equal(1, await page.Locator(".said").CountAsync());
        await page.ClickAsync("main .ways summary");
        await Screens.CheckAsync(page, $"manage-again-{width}");
    }

    private static void Two(System.Text.Json.Nodes.JsonObject programme)
    {
        Add(programme, ballot => ballot["tieBreaks"]![0]!["rule"] = "chair");
        var second = programme["ballots"]!.AsArray()[^1]!.DeepClone();
        second["id"] = "virtues-again";
        foreach (var contest in second["contests"]!.AsArray())
            contest!["id"] = $"{contest["id"]}-again";
        programme["ballots"]!.AsArray().Add(second);
    }
}
