using System.Collections.Concurrent;
using CddFunctions.Platform.Timers;
using Microsoft.AspNetCore.Routing.Template;

namespace CddFunctions.Tests.Http.Heads;

/// <summary>
/// Which endpoints and timers of the application the tests have asked on a head: what ./test demands of each head at its end.
/// </summary>
internal static class Reached
{
    /// <summary>What ./test names for a head. Ours lies beside it.</summary>
    private static readonly string? Covered = Environment.GetEnvironmentVariable("CDD_TEST_COVERED") is { Length: > 0 } file ? file : null;

    private static readonly ConcurrentDictionary<string, bool> Noted = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();

    /// <summary>Notes every request of a client. A request that is sent past it counts as none, and the step at the end says so.</summary>
    public static HttpMessageHandler Requests(HttpMessageHandler inner) => new Noting(inner);

    public static void Request(string method, Uri address) => Note($"{method} {address.AbsolutePath}");

    public static void Note(string what)
    {
        if (Covered is null || !Noted.TryAdd(what, true))
            return;

        lock (Gate)
            File.AppendAllLines(FileOf(Covered), [what]);
    }

    /// <summary>Names of all that the application has and of which this head was asked none.</summary>
    /// <param name="head">One of which ./test has just run its part of the suite.</param>
    public static async Task<IReadOnlyList<string>> MissingAsync(string head)
    {
        var results =
            Path.GetDirectoryName(Covered) ?? throw new InvalidOperationException("CDD_TEST_COVERED names no file; ./test sets it.");
        var noted = await File.ReadAllLinesAsync(FileOf(Path.Combine(results, $"covered-{head}")));
        await using var server = await TestServer.StartInProcessAsync();
        var endpoints = server
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.DisplayName!.Contains(" /api", StringComparison.Ordinal)) // what a Functions host forwards
            .OrderBy(e => e.RoutePattern.InboundPrecedence)
            .ToList();
        var asked = noted.Select(n => n.Split(' ')).Where(n => n.Length == 2).Select(n => endpoints.Find(e => Takes(e, n[0], n[1])));
        var timers = server.Services.GetServices<TimerDefinition>().Select(t => t.Name);
        return
        [
            .. endpoints
                .Except(asked.OfType<RouteEndpoint>())
                .Select(e => e.DisplayName!)
                .Concat(timers.Except(noted, StringComparer.Ordinal)),
        ];
    }

    private static bool Takes(RouteEndpoint endpoint, string method, string path) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase) is not false
        && new TemplateMatcher(new(endpoint.RoutePattern), []).TryMatch(path, []);

    private static string FileOf(string covered) => covered + "-requests";

    private sealed class Noting(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request(request.Method.Method, request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
