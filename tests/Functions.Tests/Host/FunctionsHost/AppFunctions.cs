using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <param name="Binding">Name of the trigger's parameter.</param>
/// <param name="Methods">In capitals; empty = every method.</param>
internal sealed record HttpFunction(string Id, string Name, string Binding, IReadOnlyList<string> Methods, string Route, string AuthLevel);

internal sealed record TimerFunction(string Id, string Name, string Binding, string Schedule);

/// <summary>The functions of an app, in the order of their names, in which the host also tries their routes.</summary>
internal sealed record AppFunctions(IReadOnlyList<HttpFunction> Http, IReadOnlyList<TimerFunction> Timers)
{
    /// <summary>From the file that the build writes beside the worker.</summary>
    public static AppFunctions InFile(string path) =>
        Of(
            JsonNode
                .Parse(File.ReadAllText(path))!
                .AsArray()
                .Select(f => ("", (string)f!["name"]!, f["bindings"]!.AsArray().Select(b => b!.AsObject())))
        );

    public static AppFunctions Of(IEnumerable<(string Id, string Name, IEnumerable<JsonObject> Bindings)> functions)
    {
        var triggers = functions
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .SelectMany(f => f.Bindings.Select(b => (f.Id, f.Name, Binding: b, Type: (string)b["type"]!)))
            .ToList();
        return new(
            [.. triggers.Where(t => t.Type is "httpTrigger").Select(t => Forwarded(t.Id, t.Name, t.Binding))],
            [.. triggers.Where(t => t.Type is "timerTrigger").Select(t => Timer(t.Id, t.Name, t.Binding))]
        );
    }

    private static TimerFunction Timer(string id, string name, JsonObject trigger) =>
        new(id, name, (string)trigger["name"]!, (string)trigger["schedule"]!);

    private static HttpFunction Forwarded(string id, string name, JsonObject trigger) =>
        new(
            id,
            name,
            (string)trigger["name"]!,
            [.. trigger["methods"]?.AsArray().Select(m => ((string)m!).ToUpperInvariant()) ?? []],
            (string?)trigger["route"] ?? name,
            (string?)trigger["authLevel"] ?? "Function"
        );
}
