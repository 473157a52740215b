using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Host;
using CddFunctions.Platform.Timers;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Host;

/// <summary>What ./publish writes for the Functions host, held against the application that answers.</summary>
public sealed partial class FunctionDefinitionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cdd-functions-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_route_of_the_running_application_is_one_function_with_its_methods()
    {
        await using var server = await TestServer.StartInProcessAsync();
        var answered = server.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText != "/") // the host's probe
            .Select(e => (Pattern: e.RoutePattern.RawText!.TrimStart('/'), Methods: e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods))
            .SelectMany(e => e.Methods.Select(m => $"{m} {e.Pattern.Replace("{**", "{*", StringComparison.Ordinal).TrimEnd('/')}"));

        var written = Http(await WrittenAsync()).SelectMany(f => f.Methods.Where(m => m != "head").Select(m => $"{m.ToUpperInvariant()} api/{f.Route}"));

        Assert.Equal(answered.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_route_of_the_contract_is_a_function()
    {
        await using var server = await TestServer.StartInProcessAsync();
        var document = (await TestServer.GetAsync(server.Anyone, "/api/openapi.json")).Must(200).Json["paths"]!.AsObject();
        var described = document.SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key} {p.Key}"));

        var written = Http(await WrittenAsync()).SelectMany(f => f.Methods.Select(m => $"{m} /api/{f.Route.Replace("{*", "{", StringComparison.Ordinal)}")).ToHashSet();

        Assert.NotEmpty(described);
        Assert.Empty(described.Except(written, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Head_goes_with_get_and_options_with_nothing()
    {
        var functions = Http(await WrittenAsync());

        Assert.All(functions, f => Assert.Equal(f.Methods.Contains("get"), f.Methods.Contains("head")));
        Assert.DoesNotContain(functions, f => f.Methods.Contains("options"));
    }

    /// <summary>Any other number or kind of bindings, and the host would wrap the request in its envelope.</summary>
    [Fact]
    public async Task The_host_forwards_every_request_as_it_is_and_asks_for_no_key()
    {
        var http = (await WrittenAsync()).Where(f => f.Value.Count != 1).Select(f => f.Value).ToList();

        Assert.All(http, b => Assert.Equal(["httpTrigger in", "http out"], b.Select(x => $"{x!["type"]} {x["direction"]}")));
        Assert.All(http, b => Assert.Equal("anonymous", (string?)b[0]!["authLevel"]));
        Assert.True(JsonNode.Parse(HostJson())!["customHandler"]!["enableForwardingHttpRequest"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Every_timer_is_a_function_with_its_schedule()
    {
        await using var server = await TestServer.StartInProcessAsync();
        var timers = server.Services.GetServices<TimerDefinition>().Select(t => $"{t.Name} {t.Schedule}");

        var written = (await WrittenAsync()).Where(f => f.Value.Count == 1).ToList();

        Assert.Equal(timers.Order(StringComparer.Ordinal), written.Select(f => $"{f.Key} {f.Value[0]!["schedule"]}").Order(StringComparer.Ordinal));
        Assert.All(written, f => Assert.Equal("""{"type":"timerTrigger","direction":"in","name":"timer","useMonitor":true}""", Without(f.Value[0]!.AsObject(), "schedule")));
    }

    [Fact]
    public async Task Names_are_those_the_host_accepts_and_no_timer_can_be_reached_from_outside()
    {
        var functions = await WrittenAsync();
        var timers = functions.Where(f => f.Value.Count == 1).Select(f => f.Key).ToList();

        Assert.All(functions, f => Assert.Matches(Accepted(), f.Key));
        Assert.Equal(functions.Count, functions.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(timers, t => Assert.DoesNotContain('-', t));
        Assert.All(Http(functions), f => Assert.StartsWith($"{f.Methods[0]}-", f.Name, StringComparison.Ordinal));
        Assert.Equal(FunctionDefinition.Prefix, $"/{JsonNode.Parse(HostJson())!["extensions"]!["http"]!["routePrefix"]}/");
    }

    [Theory]
    [InlineData("/api/things/{id:int}/{kind:alpha:minlength(2)}", "things/{id:int}/{kind:alpha:minlength(2)}", "get-things-id-kind")]
    [InlineData("/api/things/{id?}", "things/{id?}", "get-things-id")]
    [InlineData("/api/things/{**rest}", "things/{*rest}", "get-things-rest")]
    [InlineData("/api/things/{name}.{type?}", "things/{name}.{type?}", "get-things-name-type")]
    [InlineData("/api/v1.5/{name}.xlsx", "v1.5/{name}.xlsx", "get-v1-5-name-xlsx")]
    public void A_route_is_said_in_the_words_of_the_host(string pattern, string route, string name)
    {
        var function = Assert.Single(FunctionDefinition.Of([Get(pattern)], []));

        Assert.Equal((name, route), (function.Name, function.Bindings[0].Route));
    }

    [Fact]
    public void What_is_outside_the_prefix_is_not_exposed() => Assert.Empty(FunctionDefinition.Of([Get("/"), Get("/Housekeeping"), Get("/apix"), Get("/{**all}")], []));

    private static RouteEndpoint Get(string pattern) =>
        (RouteEndpoint)new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(pattern), 0)
        {
            Metadata = { new HttpMethodMetadata(["GET"]) },
        }.Build();

    private async Task<Dictionary<string, JsonArray>> WrittenAsync()
    {
        Assert.Equal(0, await FunctionsCommand.RunAsync(_folder.FullName, TextWriter.Null, TestContext.Current.CancellationToken));
        return _folder.GetDirectories().ToDictionary(d => d.Name, d => JsonNode.Parse(File.ReadAllText(Path.Combine(d.FullName, "function.json")))!["bindings"]!.AsArray());
    }

    private static List<(string Name, string Route, string[] Methods)> Http(Dictionary<string, JsonArray> functions) =>
        [.. functions.Where(f => f.Value.Count == 2).Select(f => (f.Key, (string)f.Value[0]!["route"]!, f.Value[0]!["methods"].Deserialize<string[]>()!))];

    private static string Without(JsonObject binding, string member)
    {
        binding.Remove(member);
        return binding.ToJsonString();
    }

    private static string HostJson() => Repository.Read("functions/Host/host.json");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.None, 1000)]
    private static partial Regex Accepted();
}
