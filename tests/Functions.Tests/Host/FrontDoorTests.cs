using System.Net;
using System.Net.Sockets;
using CddFunctions.Host;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CddFunctions.Tests.Host;

public sealed class FrontDoorTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_probe_is_answered_at_once_and_everything_else_by_the_application()
    {
        using var door = await FrontDoor.OpenAsync(0, Ct);
        using var client = Client(door);
        var waiting = client.GetStringAsync("/api/things?q=1", Ct);

        Assert.Equal("CddFunctions", await client.GetStringAsync("/", Ct));
        Assert.False(waiting.IsCompleted);

        await using var app = await StartAsync(door, context => context.Response.WriteAsync($"{context.Request.Path}{context.Request.QueryString}", Ct));

        Assert.Equal("/api/things?q=1", await waiting);
        Assert.Equal("CddFunctions", await client.GetStringAsync("/", Ct));
        Assert.Equal("/other", await client.GetStringAsync("/other", Ct));
    }

    [Fact]
    public async Task Only_get_of_the_root_is_the_probe()
    {
        using var door = await FrontDoor.OpenAsync(0, Ct);
        await using var app = await StartAsync(door, context => context.Response.WriteAsync("application", Ct));
        using var client = Client(door);

        using var post = await client.PostAsync("/", null, Ct);
        Assert.Equal("application", await post.Content.ReadAsStringAsync(Ct));
        Assert.Equal("application", await client.GetStringAsync("/index.html", Ct));
    }

    /// <summary>What the application wants done last (headers, its own clearing up) still finds its context.</summary>
    [Fact]
    public async Task A_request_ends_for_the_application_after_its_answer_has_begun()
    {
        using var door = await FrontDoor.OpenAsync(0, Ct);
        await using var app = await StartAsync(door, context =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["X-Late"] = context.Request.Path.Value;
                return Task.CompletedTask;
            });
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        using var client = Client(door);

        using var answer = await client.GetAsync("/api/late", Ct);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("/api/late", Assert.Single(answer.Headers.GetValues("X-Late")));
    }

    [Fact]
    public async Task It_has_the_limits_of_the_application()
    {
        using var door = await FrontDoor.OpenAsync(0, Ct);
        await using var app = await StartAsync(door, context => context.Response.WriteAsync($"{context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize}", Ct));
        using var client = Client(door);
        var usual = new KestrelServerOptions();
        Application.Limit(usual);

        using var answer = await client.PostAsync("/", new ByteArrayContent([]), Ct);

        Assert.Equal($"{usual.Limits.MaxRequestBodySize}", await answer.Content.ReadAsStringAsync(Ct));
        Assert.NotEqual(new KestrelServerOptions().Limits.MaxRequestBodySize, usual.Limits.MaxRequestBodySize);
        Assert.Empty(answer.Headers.Server);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var fault = await Assert.ThrowsAnyAsync<IOException>(() => FrontDoor.OpenAsync(port, Ct));

        Assert.Contains($"port {port} is in use", StartFault.Sentence(fault, port), StringComparison.Ordinal);
    }

    private static HttpClient Client(FrontDoor door) => new() { BaseAddress = new(door.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()) };

    private static async Task<WebApplication> StartAsync(IServer door, RequestDelegate application)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(door);
        var app = builder.Build();
        app.Run(application);
        await app.StartAsync(Ct);
        return app;
    }
}
