using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Web;

/// <summary>
/// How pages look: what a machine can tell (WCAG 2.2 A and AA, nothing cut off), and pictures for people. None of those is made
/// unless <c>SCREENSHOTS</c> names a folder (scripts/screenshots.sh).
/// </summary>
internal static class Screens
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Asked in the page itself, for violations only: the package's own way opens a second page for each check and brings back
    /// all that is well.
    /// </summary>
    private const string Run = """
        async tags => (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
          .violations.map(v => `${v.id}: ${v.nodes[0].html}`)
        """;

    /// <param name="axe">It is a script: without scripts only the width is checked.</param>
    public static async Task CheckAsync(IPage page, string name, bool axe = true)
    {
        await SaveAsync(page, name);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            $"{name} scrolls sideways"
        );
        if (!axe)
            return;

        await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>(Run, Rules);
        Assert.True(violations.Length == 0, $"{name}: {string.Join("; ", violations)}");
    }

    /// <summary>The whole page, as long as it is.</summary>
    public static Task SaveAsync(IPage page, string name) =>
        Folder is null ? Task.CompletedTask : page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });

    /// <summary>What else is worth a look, such as a printed page.</summary>
    public static Task SaveAsync(byte[] bytes, string fileName) =>
        Folder is null
            ? Task.CompletedTask
            : File.WriteAllBytesAsync(Path.Combine(Folder, fileName), bytes, TestContext.Current.CancellationToken);
}
