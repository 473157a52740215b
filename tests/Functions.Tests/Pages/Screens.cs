using Microsoft.Playwright;

namespace CddFunctions.Tests.Pages;

/// <summary>Pictures of pages for people to look at. None is made unless <c>SCREENSHOTS</c> names a folder (scripts/screenshots.sh).</summary>
internal static class Screens
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    /// <summary>The whole page, as long as it is.</summary>
    public static Task SaveAsync(IPage page, string name) => Folder is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });

    /// <summary>What else is worth a look, such as a printed page.</summary>
    public static Task SaveAsync(byte[] bytes, string fileName) => Folder is null
        ? Task.CompletedTask
        : File.WriteAllBytesAsync(Path.Combine(Folder, fileName), bytes, TestContext.Current.CancellationToken);
}
