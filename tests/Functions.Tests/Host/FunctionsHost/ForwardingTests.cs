using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>What stands in for the host does to requests what the real one was seen to do; else the tests behind it would prove nothing.</summary>
public sealed class ForwardingTests : IAsyncLifetime
{
    private readonly FakeApp _app = new();

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Method_path_body_and_headers_arrive_as_they_were_sent()
    {
        var seen = await _app.EchoAsync(HttpMethod.Put, "/api/echo/a%2Fb%20%E0%B8%81", new ByteArrayContent([0, 255, 7]) { Headers = { { "Content-Type", "application/x-own" } } },
            ("Cookie", "a=1; b=2"), ("X-Forwarded-For", "192.0.2.1"), ("User-Agent", "Client/1"), ("Host", "office.example"));

        Assert.Equal(("PUT", "/api/echo/a%2Fb%20%E0%B8%81", "AP8H"), ((string)seen["method"]!, (string)seen["url"]!, (string)seen["body"]!));
        Assert.Equal("application/x-own", Header(seen, "content-type"));
        Assert.Equal("3", Header(seen, "content-length"));
        Assert.Equal(("a=1; b=2", "192.0.2.1", "office.example"), (Header(seen, "cookie"), Header(seen, "x-forwarded-for"), Header(seen, "host")));
        Assert.Equal($"Client/1 Azure-Functions-Host/{Forwarding.HostVersion}", Header(seen, "user-agent"));
        Assert.Equal(Forwarding.HostVersion, Header(seen, "x-azure-functions-hostversion"));
        Assert.True(Guid.TryParse(Header(seen, "x-azure-functions-invocationid"), CultureInfo.InvariantCulture, out _));
        Assert.Null(seen["headers"]!["x-forwarded-proto"]);
        Assert.Null(seen["headers"]!["traceparent"]);
    }

    [Theory]
    [InlineData("?a=1&b=2&a=3", "a=1,3 b=2")]
    [InlineData("?t=", "t=")]
    [InlineData("?flag&x=%20%26%E0%B8%81", "flag= x= &ก")]
    [InlineData("", "")]
    public async Task The_query_is_rebuilt_and_repeated_keys_are_joined(string query, string arrives)
    {
        var url = (string)(await _app.EchoAsync(HttpMethod.Get, "/api/echo" + query))["url"]!;

        var pairs = url.Split('?').Skip(1).SelectMany(q => q.Split('&')).Select(Uri.UnescapeDataString);
        Assert.Equal(arrives, string.Join(' ', pairs));
    }

    [Theory]
    [InlineData("GET", "/api/nowhere")]
    [InlineData("DELETE", "/api/echo")]
    [InlineData("GET", "/echo")]
    [InlineData("POST", "/Good")]
    [InlineData("GET", "/")]
    public async Task What_is_no_function_is_answered_by_the_host_itself(string method, string path)
    {
        using var answer = await _app.SendAsync(new(method), path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(_app.Lines("echoes"));
        Assert.Empty(_app.Host.Covered);
    }

    [Fact]
    public async Task A_function_that_asks_for_a_key_of_the_host_answers_nobody_here()
    {
        using var answer = await _app.SendAsync(HttpMethod.Get, "/api/locked");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(_app.Lines("echoes"));
    }

    [Fact]
    public async Task A_body_without_its_length_fails_before_it_reaches_the_handler()
    {
        using var answer = await _app.SendAsync(HttpMethod.Post, "/api/echo", JsonContent.Create(new { a = 1 }));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(_app.Lines("echoes"));
    }

    [Theory]
    [InlineData(Forwarding.MostBytes, 200)]
    [InlineData(Forwarding.MostBytes + 1, 500)]
    public async Task A_body_of_more_than_a_hundred_megabytes_fails(long length, int status)
    {
        using var answer = await _app.SendAsync(HttpMethod.Post, "/api/echo/big", new ByteArrayContent(new byte[length]));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Answers_come_back_unchanged_and_redirects_are_not_followed()
    {
        using var moved = await _app.SendAsync(HttpMethod.Get, "/api/moved");
        Assert.Equal((302, "moved"), ((int)moved.StatusCode, await moved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(["a=1", "b=2"], moved.Headers.GetValues("Set-Cookie"));
        Assert.Equal(("/api/echo", "kept"), (moved.Headers.Location?.OriginalString, moved.Headers.GetValues("X-Own").Single()));

        using var bytes = await _app.SendAsync(HttpMethod.Get, "/api/bytes");
        Assert.Equal((418, "application/x-own"), ((int)bytes.StatusCode, bytes.Content.Headers.ContentType?.MediaType));
        Assert.Equal([0, 255, 128], await bytes.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var nothing = await _app.SendAsync(HttpMethod.Get, "/api/nothing");
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);
        using var head = await _app.SendAsync(HttpMethod.Head, "/api/bytes");
        Assert.Equal(418, (int)head.StatusCode);
        Assert.Equal(["Bytes", "Moved", "Nothing"], _app.Host.Covered.Order(StringComparer.Ordinal));
    }

    private static string Header(JsonNode seen, string name) => (string)seen["headers"]![name]!;
}
