using Microsoft.Playwright;

namespace CddFunctions.Tests.Pages.Guide;

/// <summary>
/// Small pictures of the real pages for <c>docs/th/คู่มือเจ้าหน้าที่.md</c>. Each is cut to what its paragraph speaks of; the band
/// that says "rehearsal" is above the cut, because the guide is about the pages as they are in use.
/// </summary>
internal static class GuidePictures
{
    public const int MostBytes = 80_000;

    public static readonly string Folder = Path.Combine(Repository.Root, "docs", "th", "images");

    private const int Air = 12;

    /// <summary>A phone or a desk. The pictures are half as fine again as the page, so that small Thai marks can be read.</summary>
    public static Task<IBrowserContext> DeviceAsync(Chromium chromium, int width) => chromium.ContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = 1100 },
        DeviceScaleFactor = 1.5f,
        ColorScheme = ColorScheme.Light,
    });

    /// <summary>From the top of one element to the bottom of another (or the same), at most so many pixels of the page.</summary>
    public static async Task SaveAsync(IPage page, string name, string from, string? to = null, int most = 1000)
    {
        await page.EvaluateAsync("() => document.fonts.ready.then(() => document.activeElement?.blur())");
        var edges = await page.EvaluateAsync<float[]>(
            """
            ([from, to, air]) => {
              const [first, last] = [from, to].map(s => document.querySelector(s).getBoundingClientRect());
              const band = document.querySelector('.rehearsal')?.getBoundingClientRect().bottom ?? 0;
              return [Math.max(0, Math.min(first.left, last.left) - air), Math.max(band, first.top - air) + scrollY,
                Math.min(innerWidth, Math.max(first.right, last.right) + air), last.bottom + air + scrollY];
            }
            """, new object[] { from, to ?? from, Air });
        var clip = new Clip { X = edges[0], Y = edges[1], Width = edges[2] - edges[0], Height = Math.Min(edges[3] - edges[1], most) };

        var picture = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 75, FullPage = true, Clip = clip });

        Assert.True(picture.Length < MostBytes, $"{name}: {picture.Length} bytes");
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(Path.Combine(Folder, name + ".jpg"), picture, TestContext.Current.CancellationToken);
    }
}
