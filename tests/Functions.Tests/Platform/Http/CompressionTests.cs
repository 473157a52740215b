using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Platform.Http;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class CompressionTests
{
    /// <summary>Browsers ask for both and get brotli, so it must not be the larger one.</summary>
    [Fact]
    public async Task A_page_in_brotli_is_no_larger_than_in_gzip()
    {
        await using var server = await TestServer.StartAsync(programme: Definitions.Load(Definitions.Rayong));
        var start = $"/api/ui/{Definitions.Rayong}";
        foreach (var page in new[] { start, $"{start}/board", $"{start}/programme", $"{start}/links", $"{start}/audit" })
        {
            var plain = await SizeAsync(server, page, "identity");
            var gzip = await SizeAsync(server, page, "gzip");
            var brotli = await SizeAsync(server, page, "br");

            Assert.True(brotli <= gzip && gzip < plain, $"{page}: {plain} plain, {gzip} gzip, {brotli} brotli");
        }
    }

    private static async Task<int> SizeAsync(TestServer server, string page, string encoding) =>
        (await TestServer.SendAsync(server.Admin, "GET", page, (HttpContent?)null, ("Accept-Encoding", encoding))).Must(200).Bytes.Length;
}
