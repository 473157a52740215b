using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Web;

/// <summary>How pages look: what a machine can tell (WCAG 2.2 A and AA, nothing cut off), and pictures for people. None of those is made unless <c>SCREENSHOTS</c> names a folder (scripts/screenshots.sh).</summary>
internal static class Screens
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
    };

    /// <param name="axe">It is a script: without scripts only the width is checked.</param>
    public static async Task CheckAsync(IPage page, string name, bool axe = true)
    {
        await SaveAsync(page, name);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{name} scrolls sideways");
        if (!axe)
            return;

        var found = await page.RunAxe(Rules);
        Assert.True(found.Violations.Length == 0, $"{name}: {string.Join("; ", found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"))}");
    }

    /// <summary>The whole page, as long as it is.</summary>
    public static Task SaveAsync(IPage page, string name) => Folder is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });

    /// <summary>What else is worth a look, such as a printed page.</summary>
    public static Task SaveAsync(byte[] bytes, string fileName) => Folder is null
        ? Task.CompletedTask
        : File.WriteAllBytesAsync(Path.Combine(Folder, fileName), bytes, TestContext.Current.CancellationToken);
}
