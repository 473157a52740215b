using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>A function that the host forwards to: exactly one httpTrigger in and one http out.</summary>
/// <param name="Methods">Empty = every method.</param>
internal sealed record HttpFunction(string Name, IReadOnlyList<string> Methods, string Route, string AuthLevel);

/// <param name="Binding">Name of the trigger, under which the tick stands in the envelope.</param>
/// <param name="Monitored">The host keeps when it last ran, and tells.</param>
internal sealed record TimerFunction(string Name, string Binding, string Schedule, bool Monitored);

/// <summary>A deployable folder as the host reads it: <c>host.json</c> and one <c>function.json</c> per function.</summary>
internal sealed record FunctionApp(string Root, string Executable, IReadOnlyList<string> Arguments, string RoutePrefix, TimeSpan Timeout)
{
    /// <summary>The host's own limit where host.json says nothing (outside the Consumption plan).</summary>
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromMinutes(30);

    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public required IReadOnlyList<HttpFunction> Http { get; init; }

    public required IReadOnlyList<TimerFunction> Timers { get; init; }

    public static FunctionApp Load(string root)
    {
        var host = Json(Path.Combine(root, "host.json"));
        var handler = host["customHandler"]!;
        if ((bool?)handler["enableForwardingHttpRequest"] is not true)
            throw new NotSupportedException("This stands in for a host that forwards (enableForwardingHttpRequest).");

        var description = handler["description"]!;
        var functions = Directory.EnumerateFiles(root, "function.json", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetFileName(Path.GetDirectoryName(f))!, Bindings: Json(f)["bindings"]!.AsArray().Select(b => b!.AsObject()).ToList()))
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        return new(root, Found(root, (string)description["defaultExecutablePath"]!), [.. description["arguments"]?.AsArray().Select(a => (string)a!) ?? []],
            (string?)host["extensions"]?["http"]?["routePrefix"] ?? "api",
            (string?)host["functionTimeout"] is { } timeout ? TimeSpan.Parse(timeout, CultureInfo.InvariantCulture) : UsualTimeout)
        {
            Http = [.. functions.Where(f => f.Bindings.Exists(IsHttpTrigger)).Select(f => Forwarded(f.Name, f.Bindings))],
            Timers = [.. functions.SelectMany(f => f.Bindings.Where(IsTimer).Select(b => Timer(f.Name, b)))],
        };
    }

    private static bool IsHttpTrigger(JsonObject binding) => (string?)binding["type"] is "httpTrigger";

    private static bool IsTimer(JsonObject binding) => (string?)binding["type"] is "timerTrigger";

    private static HttpFunction Forwarded(string name, List<JsonObject> bindings)
    {
        if (bindings.Count != 2 || !bindings.Exists(b => (string?)b["type"] is "http" && (string?)b["direction"] is "out"))
            throw new NotSupportedException($"{name} would get an envelope instead of the request: it is not one httpTrigger in and one http out.");

        var trigger = bindings.Single(IsHttpTrigger);
        return new(name, [.. trigger["methods"]?.AsArray().Select(m => ((string)m!).ToUpperInvariant()) ?? []],
            (string?)trigger["route"] ?? name, (string?)trigger["authLevel"] ?? "function");
    }

    private static TimerFunction Timer(string name, JsonObject binding) =>
        new(name, (string)binding["name"]!, (string)binding["schedule"]!, (bool?)binding["useMonitor"] ?? true);

    /// <summary>From the root where such a file is, else from PATH, as the host looks for it.</summary>
    private static string Found(string root, string path) => File.Exists(Path.Combine(root, path)) ? Path.Combine(root, path) : path;

    private static JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(file), documentOptions: WithComments)!;
}
