using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Web;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CddFunctions.Tests.Web;

/// <summary>Debian's chromium, started once and only when a test asks. Nothing is downloaded: the driver comes with the package.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    public async Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options)
    {
        var context = await (await _started.Value).Browser.NewContextAsync(options);
        context.Request += (_, request) => Reached.Request(request.Method, new(request.Url));
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;

        var (playwright, browser) = await _started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments }));
    }
}
