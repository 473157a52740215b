namespace CddFunctions.Tests.Web;

/// <summary>The look at pages sees what it is there for.</summary>
[Trait("suite", "looks")]
public sealed class ScreensTests(Chromium chromium)
{
    private const string Sound = "<!doctype html><html lang=en><title>t</title><main><h1>t</h1>{0}</main>";

    [Theory]
    [InlineData("<img src=x>", "image-alt")]
    [InlineData("<p style='color:#aaa;background:#fff'>pale</p>", "color-contrast")]
    [InlineData("<p style='width:2000px'>wide</p>", "scrolls sideways")]
    public async Task A_fault_is_found_and_named(string fault, string named)
    {
        await using var context = await chromium.ContextAsync(new());
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Sound.Replace("{0}", "<p>well</p>", StringComparison.Ordinal));
        await Screens.CheckAsync(page, "sound");

        await page.SetContentAsync(Sound.Replace("{0}", fault, StringComparison.Ordinal));

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Screens.CheckAsync(page, "faulty"));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }
}
