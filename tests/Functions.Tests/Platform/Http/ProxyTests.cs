using System.ComponentModel.DataAnnotations;
using System.Net;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CddFunctions.Tests.Platform.Http;

[Trait("suite", "http")]
public sealed class ProxyTests
{
    [Theory]
    [InlineData(0, "", "198.51.100.9", "127.0.0.1")] // nobody is believed
    [InlineData(1, "", "198.51.100.9", "198.51.100.9")]
    [InlineData(1, "", "198.51.100.9:4711", "198.51.100.9")] // IIS adds the port
    [InlineData(1, "", "203.0.113.1, 198.51.100.9", "198.51.100.9")] // the caller's own invention stands before what the proxy adds
    [InlineData(2, "10.0.0.0/8", "203.0.113.1, 198.51.100.9, 10.0.0.5", "198.51.100.9")]
    [InlineData(2, "10.0.0.5", "198.51.100.9, 10.0.0.5", "198.51.100.9")]
    [InlineData(2, "", "198.51.100.9, 10.0.0.5", "10.0.0.5")] // the second proxy is not known: its word does not count
    [InlineData(1, "", "nonsense", "127.0.0.1")]
    public async Task The_sender_is_whom_a_known_proxy_names(int hops, string known, string header, string sender)
    {
        var options = new ProxyOptions { Hops = hops, Known = known };
        Assert.Empty(options.Validate(new ValidationContext(options)));
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Headers["X-Forwarded-For"] = header;

        var middleware = new ForwardedHeadersMiddleware(
            _ => Task.CompletedTask,
            NullLoggerFactory.Instance,
            Options.Create(options.Forwarded())
        );
        await middleware.Invoke(http);

        Assert.Equal(sender, WrongCodes.SenderOf(http));
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("proxy.example, 10.0.0.1")]
    public void A_proxy_that_is_no_address_is_refused_at_the_start(string known)
    {
        var options = new ProxyOptions { Known = known };

        Assert.Single(options.Validate(new ValidationContext(options)));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "198.51.100.9", "0", true)]
    [InlineData("Forwarded", "for=198.51.100.9", "0", true)]
    [InlineData("X-Forwarded-For", "198.51.100.9", "1", false)]
    [InlineData("X-Forwarded-Proto", "https", "0", false)]
    public async Task Behind_a_proxy_of_which_no_setting_knows_the_health_says_so(string name, string value, string hops, bool untrusted)
    {
        TestHead.NeedsInProcess("the worker's own server takes these headers first");
        await using var server = await TestServer.StartAsync(settings: ("Proxy:Hops", hops));
        Assert.DoesNotContain(
            "untrusted",
            (await TestServer.GetAsync(server.Anyone, "/api/health")).Must(200).Text,
            StringComparison.Ordinal
        );

        await TestServer.SendAsync(server.Anyone, "GET", "/api/health", (HttpContent?)null, (name, value));
        await TestServer.SendAsync(server.Anyone, "GET", "/api/health", (HttpContent?)null, (name, value));

        var health = (await TestServer.GetAsync(server.Anyone, "/api/health")).Must(200);
        Assert.Equal(untrusted ? "untrusted" : null, (string?)health.Json["proxy"]);
        Assert.Equal(untrusted ? 1 : 0, (await server.EndAsync()).Split("Proxy:Hops is 0").Length - 1);
    }

    [Fact]
    public async Task Links_that_are_made_through_a_proxy_lead_back_through_it()
    {
        await using var server = await TestServer.StartAsync();
        (string, string)[] proxy = [("X-Forwarded-Proto", "https"), ("Host", "cdd.example")];
        var made = await TestServer.SendAsync(
            server.Admin,
            "POST",
            TestServer.Of("links"),
            new System.Text.Json.Nodes.JsonObject { ["role"] = "admin", ["subject"] = "x" },
            proxy
        );

        Assert.StartsWith("https://cdd.example/api/ui/", made.Must(201).Say("url"), StringComparison.Ordinal);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(server.Address) };
        var opened = await TestServer.SendAsync(browser, "GET", new Uri(made.Say("url")).PathAndQuery, (HttpContent?)null, proxy);
        Assert.Contains("; secure", opened.Must(303).Message.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }
}
