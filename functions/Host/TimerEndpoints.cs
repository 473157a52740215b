using System.Text.Json;
using System.Text.Json.Serialization;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Timers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CddFunctions.Host;

/// <summary>
/// The Functions host posts each tick to <c>/{timer}</c>, outside the route prefix that it forwards from the internet.
/// Whoever is not that host finds nothing there (404). The host never comes back from an empty answer, so there is always a JSON object.
/// </summary>
public static class TimerEndpoints
{
    /// <summary>Bytes. The host's envelope of a timer has about 300.</summary>
    private const int MostBytes = 16 * 1024;

    private static readonly JsonSerializerOptions ExactNames = new() { PropertyNamingPolicy = null };

    private sealed record TimerAnswer(
        [property: JsonPropertyName("Outputs")] IReadOnlyDictionary<string, string> Outputs,
        [property: JsonPropertyName("Logs")] IReadOnlyList<string> Logs,
        [property: JsonPropertyName("ReturnValue")] string? ReturnValue);

    public static void MapTimers(this IEndpointRouteBuilder routes)
    {
        var log = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TimerEndpoints));
        foreach (var timer in routes.ServiceProvider.GetServices<TimerDefinition>())
            routes.MapPost($"/{timer.Name}", (HttpContext http, CancellationToken ct) => TickAsync(timer, http, log, ct)).ExcludeFromDescription();
    }

    private static async Task<IResult> TickAsync(TimerDefinition timer, HttpContext http, ILogger log, CancellationToken ct)
    {
        if (!IsHost(http) || !await IsTickAsync(http.Request, ct))
            return CommonProblems.NotFound().ToResult();

        try
        {
            var done = await http.RequestServices.JobOf(timer).RunAsync(ct);
            log.LogInformation("{Timer}: {Done}", timer.Name, done);
            return Answer(200, done);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "{Timer} failed; the next tick tries again", timer.Name);
            return Answer(500, "failed; the log of the application has the cause");
        }
    }

    private static JsonHttpResult<TimerAnswer> Answer(int status, string line) =>
        TypedResults.Json(new TimerAnswer(new Dictionary<string, string>(StringComparer.Ordinal), [line], null), ExactNames, statusCode: status);

    /// <summary>The host calls from this machine, by our own address, and is nobody's proxy when it does.</summary>
    private static bool IsHost(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && System.Net.IPAddress.IsLoopback(from)
        && string.Equals(http.Request.Host.Value, $"127.0.0.1:{http.Connection.LocalPort}", StringComparison.Ordinal)
        && !http.Request.Headers.Keys.Any(IsOfProxy);

    private static bool IsOfProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase) // what UseForwardedHeaders leaves of them
        || string.Equals(header, "Forwarded", StringComparison.OrdinalIgnoreCase);

    private static async Task<bool> IsTickAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasJsonContentType() || await LimitedBody.ReadAsync(request, MostBytes, ct) is not { Length: > 0 } body)
            return false;

        try
        {
            using var envelope = JsonDocument.Parse(body);
            return IsObject(envelope.RootElement, "Data") && IsObject(envelope.RootElement, "Metadata");
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsObject(JsonElement envelope, string member) =>
        envelope.ValueKind is JsonValueKind.Object && envelope.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.Object;
}
