using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Web;

namespace CddFunctions.Tests.Web;

[Trait("suite", "http")]
public sealed partial class PageAssetsTests(PagesSite site) : IClassFixture<PagesSite>
{
    private const int MostKilobytes = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_stylesheet_is_kept_for_a_year_under_its_own_hash_only()
    {
        using var pinned = await site.Plain.GetAsync(PageAssets.Stylesheet, Ct);
        using var bare = await site.Plain.GetAsync("/api/ui/assets/site.css", Ct);
        using var old = await site.Plain.GetAsync("/api/ui/assets/site.css?v=000000000000", Ct);

        Assert.Equal("text/css", pinned.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", pinned.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("no-cache", bare.Headers.CacheControl?.ToString());
        Assert.Equal("no-cache", old.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Every_font_the_stylesheet_names_is_there()
    {
        var css = await site.Plain.GetStringAsync(PageAssets.Stylesheet, Ct);
        var fonts = FontFile().Matches(css).Select(m => m.Groups["file"].Value).ToList();

        Assert.Equal(4, fonts.Distinct().Count());
        foreach (var font in fonts)
        {
            var content = await site.Plain.GetByteArrayAsync($"/api/ui/assets/{font}", Ct);
            Assert.Equal("wOF2"u8, content.AsSpan(0, 4));
        }
    }

    [Theory]
    [InlineData("th.json")]
    [InlineData("..%2F..%2Fadmin.key")]
    [InlineData("site.css.map")]
    public async Task Nothing_else_is_served(string file)
    {
        using var answer = await site.Plain.GetAsync($"/api/ui/assets/{file}", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_overview_with_its_stylesheet_stays_small()
    {
        var page = await site.Admin.GetByteArrayAsync($"/api/ui/{Definitions.Rayong}", Ct);
        var css = await site.Plain.GetByteArrayAsync(PageAssets.Stylesheet, Ct);

        Assert.InRange(Zipped(page) + Zipped(css), 1, MostKilobytes * 1024);
    }

    private static long Zipped(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return zipped.Length;
    }

    [GeneratedRegex(@"url\((?<file>[^)]+\.woff2)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontFile();
}
