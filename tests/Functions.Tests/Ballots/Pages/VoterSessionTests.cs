using System.Net;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots.Pages;

/// <summary>A voter's session beside the links of a browser: neither knows of the other.</summary>
[Trait("suite", "http")]
public sealed class VoterSessionTests
{
    private static readonly string Start = $"/api/ui/{TestServer.Campaign}";

    [Fact]
    public async Task Who_votes_stays_administrator_and_an_administrator_does_not_vote()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 3);
        using var browser = Browser(server, out var cookies);
        var codes = await CodesAsync(server);
        (await TestServer.GetAsync(browser, new Uri((await server.LinkAsync("admin", "x")).Say("url")).PathAndQuery)).Must(303);
        Assert.Contains("id=\"code\"", (await TestServer.GetAsync(browser, $"{Start}/vote/{Id}")).Must(200).Text, StringComparison.Ordinal);

        // Typed in a browser that holds a link, and a second voter's after the first.
        foreach (var code in codes.Take(2))
        {
            (await PostAsync(browser, ("code", code))).Must(303);
            var paper = (await TestServer.GetAsync(browser, $"{Start}/vote/{Id}")).Must(200).Text;
            Assert.Contains("choices.c-sufficiency", paper, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"who", paper, StringComparison.Ordinal);
        }

        (await TestServer.GetAsync(browser, $"{Start}/links")).Must(200);
        Assert.Equal(2, cookies.GetCookies(new(server.Address + $"{Start}")).Count);
        (await PostAsync(browser, ("step", "send"), ("choices.c-sufficiency", "x"))).Must(401); // a form without a proof acts for nobody
    }

    private static Task<Answer> PostAsync(HttpClient browser, params (string Name, string Value)[] fields) =>
        TestServer.SendAsync(
            browser,
            "POST",
            $"{Start}/vote/{Id}",
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
            ("Sec-Fetch-Site", "same-origin")
        );

    private static HttpClient Browser(TestServer server, out CookieContainer cookies) =>
        new(Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies = new() }))
        {
            BaseAddress = new(server.Address),
        };
}
