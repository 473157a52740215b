using CddFunctions.Tests.Campaigns;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Web;

/// <summary>Hands in from a task's own page, as an officer does.</summary>
internal static class Forms
{
    public static string Page(PagesSite site, string task, string unit) =>
        new Uri(site.Address, $"/api/ui/{Definitions.Rayong}/tasks/{task}/units/{unit}").AbsoluteUri;

    /// <summary>Of a task that has nothing but a note. What waits for a decision is sent once more.</summary>
    public static async Task HandInAsync(IPage page, PagesSite site, string task, string unit, string note = "เรียบร้อย")
    {
        await page.GotoAsync(Page(site, task, unit));
        if (await page.Locator("details.change").CountAsync() > 0)
            await page.Locator("details.change summary").ClickAsync();
        await page.Locator("#f-note").FillAsync(note);
        await page.Locator("button.main").ClickAsync();
        await page.Locator(".receipt").WaitForAsync();
    }
}
