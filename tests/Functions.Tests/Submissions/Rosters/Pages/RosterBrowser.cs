using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Submissions.Rosters.Pages;

/// <summary>The pages of lists in a browser: who opens them, on what, and what everyone must be able to read.</summary>
internal static class RosterBrowser
{
    public static Task<IBrowserContext> DeviceAsync(Chromium chromium, bool phone, bool script, ColorScheme scheme = ColorScheme.Light) =>
        chromium.ContextAsync(
            new()
            {
                ViewportSize = phone ? new() { Width = 320, Height = 640 } : new() { Width = 1280, Height = 900 },
                HasTouch = phone,
                JavaScriptEnabled = script,
                ColorScheme = scheme,
            }
        );

    /// <summary>Opens a page below the programme's start page with a link of its own.</summary>
    public static async Task<IPage> OpenAsync(IBrowserContext device, TestServer server, string role, string subject, string path)
    {
        var page = await device.NewPageAsync();
        await page.GotoAsync((await server.LinkAsync(role, subject)).Say("url"));
        await page.GotoAsync($"{server.Address}/api/ui/{TestServer.Campaign}/{path}");
        return page;
    }

    /// <summary>Nothing cut off; and WCAG where scripts run, because axe itself is one.</summary>
    public static async Task CheckAsync(IPage page, string name, bool axe = true)
    {
        await Screens.CheckAsync(page, name, axe);
    }

    /// <summary>As Excel puts it on the clipboard: without captions, with the running number.</summary>
    public static string Rows(JsonArray people) =>
        string.Concat(people.Select(p => $"{p!["no"]}\t{p["title"]}\t{p["given"]}\t{p["family"]}\t{p["phone"]}\r\n"));
}
