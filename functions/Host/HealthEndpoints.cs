using System.Reflection;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Host;

/// <summary>Tells whether the application is up, on which stores it runs and in which version.</summary>
public static class HealthEndpoints
{
    private const string NoWrites =
        "The store takes no writes: the disk is full or read-only. Nothing can be handed in; reading goes on. Make room, then start again if storage.readOnly is true.";

    /// <param name="Status"><c>ok</c>; <c>degraded</c> when a campaign file could not start; <c>unhealthy</c>, with 503, when the store
    /// takes no writes.</param>
    /// <param name="Now">The rehearsal's moment; absent where the time is the real one.</param>
    /// <param name="Proxy"><c>untrusted</c> when requests come through a proxy of which no setting knows (docs/operations.md).</param>
    /// <param name="Writes">Why nothing can be handed in, in one sentence; absent while writes work.</param>
    /// <param name="Invalid">Campaign files that could not start, with how many faults; the log names each.</param>
    /// <param name="PassedOver">Campaign files without effect, because administrators have put another definition live.</param>
    public sealed record Health(
        string Status,
        StorageDescription Storage,
        string Version,
        bool Rehearsal,
        DateTimeOffset? Now,
        string? Proxy,
        IReadOnlyDictionary<string, int>? Invalid,
        IReadOnlyList<string>? PassedOver,
        string? Writes
    );

    internal static readonly string Version =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => TypedResults.Text("CddFunctions")).ExcludeFromDescription();
        routes
            .MapGet("/api/health", CheckAsync)
            .WithTags("Health")
            .Produces<Health>()
            .Produces<Health>(StatusCodes.Status503ServiceUnavailable);
    }

    [Operation("getHealth", "Tells whether the application is up and its stores take writes.")]
    private static async Task<IResult> CheckAsync(
        IDocuments documents,
        StorageDescription storage,
        CampaignCatalog catalog,
        WriteProbe writes,
        ProxyWatch proxy,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        // A read proves that the store answers; an outage becomes 503 like anywhere else.
        await documents.ListAsync("campaigns", null, 1, ct);
        var invalid = catalog.Invalid.Count > 0 ? catalog.Invalid : null;
        var works = await writes.WorksAsync(ct);
        var health = new Health(
            !works ? "unhealthy"
                : invalid is null ? "ok"
                : "degraded",
            storage,
            Version,
            clock.IsRehearsal(),
            clock.IsRehearsal() ? clock.GetUtcNow() : null,
            proxy.IsUntrusted ? "untrusted" : null,
            invalid,
            catalog.PassedOver.Count > 0 ? catalog.PassedOver : null,
            works ? null : NoWrites
        );
        return TypedResults.Json(health, statusCode: works ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
