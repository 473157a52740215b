using CddFunctions.Platform.Http;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Platform.Http;

/// <summary>Lists refuse what they do not know; a filter that is spelled wrongly must not answer with everything.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class QueryRulesTests
{
    [Theory]
    [InlineData("obligations?status=overdue", "state, task, unit")]
    [InlineData("obligations?state=late", "open, submitted, returned, accepted, overdue")]
    [InlineData("obligations?state=", "state")]
    [InlineData("obligations?state=open&state=overdue", "state")]
    [InlineData("obligations?task=t-none", "t-plan")]
    [InlineData("obligations?unit=9999", "unit")]
    [InlineData("links?limit=0", "1 to 1000")]
    [InlineData("links?limit=1001", "1 to 1000")]
    [InlineData("links?limit=many", "1 to 1000")]
    [InlineData("links?limit=-1", "1 to 1000")]
    [InlineData("links?limit=1&limit=2", "1 to 1000")]
    [InlineData("links?after=a%00b", "next")]
    [InlineData("links?role=officer", "after, limit")]
    [InlineData("audit?limit=0", "1 to 1000")]
    [InlineData("audit?limit=1001", "1 to 1000")]
    [InlineData("audit?after=-5", "from 0")]
    [InlineData("audit?after=x", "from 0")]
    [InlineData("audit?before=1", "after, limit")]
    [InlineData("exports?limit=1", "none")]
    [InlineData("tasks/t-note/units/2101/submissions?limit=0", "1 to 100")]
    [InlineData("tasks/t-note/units/2101/submissions?limit=101", "1 to 100")]
    [InlineData("tasks/t-note/units/2101/submissions?after=%00", "next")]
    [InlineData("tasks/t-note/units/2101/submissions?page=2", "after, limit")]
    public async Task What_a_list_does_not_know_is_refused_and_what_it_knows_is_named(string path, string named)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await TestServer.SendAsync(server.Admin, "GET", TestServer.Of(path), (HttpContent?)null, ("Accept-Language", "en"));

        Assert.Contains(named, answer.Must(400, "query-invalid").Say("detail"), StringComparison.Ordinal);
        Assert.Single(answer.Errors);
    }

    [Theory]
    [InlineData("obligations?state=open&unit=2101&task=t-plan")]
    [InlineData("obligations?State=open")]
    [InlineData("links?limit=1000")]
    [InlineData("audit?limit=1000&after=0")]
    [InlineData("tasks/t-note/units/2101/submissions?limit=100")]
    public async Task What_a_list_knows_is_taken(string path)
    {
        await using var server = await TestServer.StartAsync();

        (await TestServer.GetAsync(server.Admin, TestServer.Of(path))).Must(200);
    }

    [Fact]
    public async Task A_query_that_is_not_UTF_8_is_refused_and_pages_ignore_what_others_add_to_an_address()
    {
        await using var server = await TestServer.StartAsync();

        (await TestServer.GetAsync(server.Admin, TestServer.Of("obligations?unit=%A7%D2"))).Must(415, "wrong-charset");
        (await TestServer.GetAsync(server.Anyone, TestServer.Of("obligations?unit=%A7%D2&x=1"))).Must(401, "identity-missing");
        (await TestServer.GetAsync(server.Anyone, "/api/health?probe=1")).Must(200);
        (await TestServer.GetAsync(await server.OfficerAsync("2101"), $"/api/ui/{TestServer.Campaign}?fbclid=1")).Must(200);
    }

    [Theory]
    [InlineData("\"7\"", true)]
    [InlineData("W/\"7\"", true)] // nginx
    [InlineData("\"7-gzip\"", true)] // Apache
    [InlineData("W/\"7-gzip\"", true)]
    [InlineData("\"7;br\"", true)]
    [InlineData("\"6\", W/\"7\"", true)]
    [InlineData("*", true)]
    [InlineData("\"6\"", false)]
    [InlineData("\"7-x\"", false)]
    [InlineData("\"77\"", false)]
    public void A_tag_that_came_through_a_proxy_is_the_one_that_was_given_out(string header, bool matches)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.IfMatch = header;

        Assert.Equal(matches, IfMatch.Read(http.Request)!.Matches("7"));
    }
}
