using CddFunctions.Platform.Timers;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CddFunctions.Host;

/// <summary>One binding of a <c>function.json</c>; what is null is not written.</summary>
public sealed record FunctionBinding(string Type, string Direction, string Name)
{
    public string? AuthLevel { get; init; }

    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>Without the prefix that host.json sets for all.</summary>
    public string? Route { get; init; }

    public string? Schedule { get; init; }

    public bool? UseMonitor { get; init; }
}

/// <summary>One function as the Functions host knows it: a folder of this name with a <c>function.json</c>.</summary>
/// <param name="Bindings">An HTTP function has one trigger and one answer, else the host would not forward the request as it is.</param>
public sealed record FunctionDefinition(string Name, IReadOnlyList<FunctionBinding> Bindings)
{
    /// <summary>Below it every endpoint is a function. What is outside (the host's probe, the paths of timers) cannot be reached from the internet.</summary>
    public const string Prefix = "/api/";

    /// <summary>
    /// All functions of an application, by name. The host tries routes in the order of the names and not by precision; that does not
    /// matter here, because whichever function matches, the request reaches this application as it was sent.
    /// </summary>
    public static IReadOnlyList<FunctionDefinition> Of(IEnumerable<Endpoint> endpoints, IEnumerable<TimerDefinition> timers) =>
        [.. endpoints.OfType<RouteEndpoint>().Where(IsPublic).Select(Http).Concat(timers.Select(Timer)).OrderBy(f => f.Name, StringComparer.Ordinal)];

    private static bool IsPublic(RouteEndpoint endpoint) => Template(endpoint.RoutePattern).StartsWith(Prefix, StringComparison.Ordinal);

    private static FunctionDefinition Http(RouteEndpoint endpoint)
    {
        var template = Template(endpoint.RoutePattern);
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? throw new InvalidOperationException($"{template} names no methods.");
        return new(Named(methods, endpoint.RoutePattern),
        [
            new("httpTrigger", "in", "req") { AuthLevel = "anonymous", Methods = Answered(methods), Route = template[Prefix.Length..] },
            new("http", "out", "res"),
        ]);
    }

    /// <summary>With a monitor the host remembers the last tick, so that one missed while no instance ran is made up for.</summary>
    private static FunctionDefinition Timer(TimerDefinition timer) =>
        new(timer.Name, [new("timerTrigger", "in", "timer") { Schedule = timer.Schedule, UseMonitor = true }]);

    /// <summary>HEAD is answered wherever GET is.</summary>
    private static List<string> Answered(IEnumerable<string> methods) =>
        [.. methods.SelectMany(m => HttpMethods.IsGet(m) ? [m, HttpMethods.Head] : new[] { m }).Select(m => m.ToLowerInvariant())];

    /// <summary>Methods and route, such as <c>post-campaigns-campaign-links</c>. It always has a hyphen; the name of a timer has none.</summary>
    private static string Named(IEnumerable<string> methods, RoutePattern route)
    {
        var words = route.PathSegments.Skip(1).Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternParameterPart parameter ? parameter.Name : Part(p).Replace('.', '-'))));
        return string.Join('-', methods.Select(m => m.ToLowerInvariant()).Concat(words));
    }

    /// <summary>The route in the words of the host, which knows <c>{*rest}</c> but not <c>{**rest}</c>.</summary>
    private static string Template(RoutePattern route) => "/" + string.Join('/', route.PathSegments.Select(s => string.Concat(s.Parts.Select(Part))));

    private static string Part(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart p => $"{{{(p.IsCatchAll ? "*" : "")}{p.Name}{string.Concat(p.ParameterPolicies.Select(c => ":" + c.Content))}{(p is { IsOptional: true, IsCatchAll: false } ? "?" : "")}}}",
        _ => throw new InvalidOperationException($"The Functions host has no word for this part of a route: {part}"),
    };
}
