using System.Reflection;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Host;

/// <summary>Tells whether the application is up, on which stores it runs and in which version.</summary>
public static class HealthEndpoints
{
    /// <param name="Status"><c>ok</c>, or <c>degraded</c> when a campaign file could not start.</param>
    /// <param name="Now">The rehearsal's moment; absent where the time is the real one.</param>
    /// <param name="Proxy"><c>untrusted</c> when requests come through a proxy of which no setting knows (docs/operations.md).</param>
    /// <param name="Invalid">Campaign files that could not start, with how many faults; the log names each.</param>
    public sealed record Health(
        string Status,
        StorageDescription Storage,
        string Version,
        bool Rehearsal,
        DateTimeOffset? Now,
        string? Proxy,
        IReadOnlyDictionary<string, int>? Invalid
    );

    internal static readonly string Version =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => TypedResults.Text("CddFunctions")).ExcludeFromDescription();
        routes.MapGet("/api/health", Check).WithTags("Health");
    }

    private static async Task<Health> Check(
        IDocuments documents,
        StorageDescription storage,
        CampaignCatalog catalog,
        ProxyWatch proxy,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        // A read proves that the store answers; an outage becomes 503 like anywhere else.
        await documents.ListAsync("campaigns", null, 1, ct);
        var invalid = catalog.Invalid.Count > 0 ? catalog.Invalid : null;
        return new(
            invalid is null ? "ok" : "degraded",
            storage,
            Version,
            clock.IsRehearsal(),
            clock.IsRehearsal() ? clock.GetUtcNow() : null,
            proxy.IsUntrusted ? "untrusted" : null,
            invalid
        );
    }
}
