using System.Text.Json.Nodes;
using CddFunctions.Platform.Timers;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>What the build wrote for the host, held against the application that answers.</summary>
[Trait("needs", "published")]
public sealed class FunctionsMetadataTests
{
    private const string Last = "Wildcard";

    private static readonly AppFunctions Written = AppFunctions.InFile(Path.Combine(TestHead.PublishedFolder, "functions.metadata"));

    [Fact]
    public async Task Every_endpoint_belongs_to_a_function_and_every_function_has_the_methods_of_its_endpoints()
    {
        await using var server = await TestServer.StartInProcessAsync();
        var answered = server
            .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is not ("/" or "/api/openapi.json"))
            .SelectMany(
                e => e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods,
                (e, method) => (Method: method, Path: Example(e))
            )
            .SelectMany(e => e.Method is "GET" ? [e, ("HEAD", e.Path)] : new[] { e });

        var taken = answered
            .GroupBy(e => TakenBy(e.Method, e.Path), e => e.Method, StringComparer.Ordinal)
            .Select(f => $"{f.Key}: {string.Join(' ', f.Distinct().Order(StringComparer.Ordinal))}");

        var expected = Written
            .Http.Where(f => f.Name is not Last)
            .Select(f => $"{f.Name}: {string.Join(' ', f.Methods.Order(StringComparer.Ordinal))}");
        Assert.Equal(expected, taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_last_one_takes_whatever_is_left_with_every_method()
    {
        Assert.Equal((Last, "{*path}"), (Written.Http[^1].Name, Written.Http[^1].Route));
        Assert.Equal(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"], Written.Http[^1].Methods.Order(StringComparer.Ordinal));
        Assert.Equal(Last, TakenBy("DELETE", "health"));
    }

    [Fact]
    public async Task Every_timer_is_a_function_with_its_schedule()
    {
        await using var server = await TestServer.StartInProcessAsync();
        var timers = server.Services.GetServices<TimerDefinition>().Select(t => (t.Name, t.Schedule));

        Assert.Equal(timers.Order(), Written.Timers.Select(t => (t.Name, t.Schedule)));
    }

    [Fact]
    public void No_function_asks_for_a_key_of_the_host_and_the_prefix_is_that_of_the_application()
    {
        Assert.All(Written.Http, f => Assert.Equal("Anonymous", f.AuthLevel));
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(TestHead.PublishedFolder, "host.json")))!;
        Assert.Equal(("api", "OpenTelemetry"), ((string)host["extensions"]!["http"]!["routePrefix"]!, (string)host["telemetryMode"]!));
    }

    /// <summary>A path that the endpoint answers, without the prefix.</summary>
    private static string Example(RouteEndpoint endpoint) =>
        string.Join(
            '/',
            endpoint
                .RoutePattern.PathSegments.Skip(1)
                .Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart literal ? literal.Content : "1")))
        );

    private static string TakenBy(string method, string path) =>
        Written
            .Http.First(f => f.Methods.Contains(method) && new TemplateMatcher(TemplateParser.Parse(f.Route), []).TryMatch($"/{path}", []))
            .Name;
}
