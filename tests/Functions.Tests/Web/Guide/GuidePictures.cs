using Microsoft.Playwright;

namespace CddFunctions.Tests.Web.Guide;

/// <summary>
/// Small pictures of the real pages for <c>docs/th/คู่มือเจ้าหน้าที่.md</c>. Each is cut to what its paragraph speaks of; the band
/// that says "rehearsal" is above the cut, because the guide is about the pages as they are in use.
/// </summary>
internal static class GuidePictures
{
    public const int MostBytes = 80_000;

    public static readonly string Folder = Path.Combine(Repository.Root, "docs", "th", "images");

    /// <summary>A phone or a desk. Pictures of a phone are half as fine again as the page, so that small Thai marks can be read.</summary>
    /// <param name="now">What its clock shows.</param>
    public static async Task<IBrowserContext> DeviceAsync(Chromium chromium, int width, DateTimeOffset now)
    {
        var device = await chromium.ContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 1100 },
                DeviceScaleFactor = width < 600 ? 1.5f : 1,
                ColorScheme = ColorScheme.Light,
                TimezoneId = "Asia/Bangkok",
            }
        );
        await device.Clock.SetFixedTimeAsync(now.UtcDateTime);
        return device;
    }

    /// <summary>From the top of one element to the bottom of another (or the same), with so many pixels around them.</summary>
    public static async Task SaveAsync(IPage page, string name, string from, string? to = null, int air = 12)
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
            """,
            new object[] { from, to ?? from, air }
        );
        var clip = new Clip
        {
            X = edges[0],
            Y = edges[1],
            Width = edges[2] - edges[0],
            Height = edges[3] - edges[1],
        };

        var picture = await SmallestAsync(page, clip);

        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(Path.Combine(Folder, name + ".jpg"), picture, TestContext.Current.CancellationToken);
        Assert.True(picture.Length < MostBytes, $"{name}: {picture.Length} bytes");
    }

    /// <summary>As good as it gets within the limit.</summary>
    private static async Task<byte[]> SmallestAsync(IPage page, Clip clip)
    {
        byte[] picture = [];
        foreach (var quality in new[] { 80, 70, 60, 50 })
        {
            picture = await page.ScreenshotAsync(
                new()
                {
                    Type = ScreenshotType.Jpeg,
                    Quality = quality,
                    FullPage = true,
                    Clip = clip,
                }
            );
            if (picture.Length < MostBytes)
                break;
        }

        return picture;
    }
}
