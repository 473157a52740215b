using System.Globalization;
using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>A deployable folder as the host reads it before it starts the worker.</summary>
/// <param name="Command">Executable of the worker and its first arguments.</param>
/// <param name="Timeout">How long a function may take; then the host kills the worker.</param>
internal sealed record FunctionApp(string Root, IReadOnlyList<string> Command, string RoutePrefix, TimeSpan Timeout)
{
    /// <exception cref="InvalidOperationException">The host would not start this folder, or start it without its functions.</exception>
    public static FunctionApp Load(string root)
    {
        var host = Json(root, "host.json");
        var worker = Json(root, "worker.config.json")["description"]!;
        if ((string?)worker["workerIndexing"] is not "true")
            throw new InvalidOperationException("worker.config.json: the host would not ask the worker for its functions.");

        foreach (var extension in Json(root, "extensions.json")["extensions"]!.AsArray())
            Need(root, (string)extension!["hintPath"]!);
        Need(root, "functions.metadata");
        return new(
            root,
            [(string)worker["defaultExecutablePath"]!, Need(root, (string)worker["defaultWorkerPath"]!)],
            (string)host["extensions"]!["http"]!["routePrefix"]!,
            TimeSpan.Parse((string)host["functionTimeout"]!, CultureInfo.InvariantCulture)
        );
    }

    private static JsonNode Json(string root, string file) => JsonNode.Parse(File.ReadAllText(Need(root, file)))!;

    private static string Need(string root, string file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        return File.Exists(path) ? path : throw new InvalidOperationException($"{file} is missing.");
    }
}
