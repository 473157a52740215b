using System.Text.RegularExpressions;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Tests.Http.Heads;

/// <summary>Endpoints and timers that a head has run, as the application logged it: whoever sent the request, none is missed.</summary>
internal static partial class Reached
{
    /// <summary>The setting that makes an application log the endpoint of every request; its name is a template without values.</summary>
    public static readonly KeyValuePair<string, string> Logged =
        new("Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointMiddleware", "Information");

    /// <summary>What ./test names for a head. Ours lies beside it.</summary>
    private static readonly string? Covered =
        Environment.GetEnvironmentVariable("CDD_TEST_COVERED") is { Length: > 0 } file ? file : null;

    private static readonly Lock Gate = new();

    public static async Task<string> NoteAsync(Task<string> ended)
    {
        var log = await ended;
        Note(Line().Matches(log).Select(m => m.Groups["name"].Value));
        return log;
    }

    public static void Note(IEnumerable<string> names)
    {
        if (Covered is null)
            return;

        lock (Gate)
            File.AppendAllLines(FileOf(Covered), names);
    }

    /// <summary>Names of all that the application has and of which this head has run none.</summary>
    /// <param name="head">One of which ./test has just run its part of the suite.</param>
    public static async Task<IReadOnlyList<string>> MissingAsync(string head)
    {
        var results = Path.GetDirectoryName(Covered)
            ?? throw new InvalidOperationException("CDD_TEST_COVERED names no file; ./test sets it.");
        var reached = await File.ReadAllLinesAsync(FileOf(Path.Combine(results, $"covered-{head}")));
        await using var server = await TestServer.StartInProcessAsync();
        var endpoints = server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).Select(e => e.DisplayName!);
        var timers = server.Services.GetServices<TimerDefinition>().Select(t => t.Name);
        return [.. endpoints.Concat(timers).Except(reached, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string FileOf(string covered) => covered + "-endpoints";

    [GeneratedRegex("Executing endpoint '(?<name>[^'\n]+)'", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Line();
}
