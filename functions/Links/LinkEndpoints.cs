using System.Security.Cryptography;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links;

/// <summary>Capability links of a campaign: made and revoked by an administrator.</summary>
public static class LinkEndpoints
{
    public sealed record LinkRequest(CallerRole Role, string Subject, DateTimeOffset? ExpiresAt = null);

    /// <param name="Url">Address that opens the pages with this capability; its token leaves the address on the first visit.</param>
    public sealed record LinkMade(string Id, string Token, string Url, DateTimeOffset ExpiresAt);

    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup("/api/campaigns/{campaign}/links").WithTags("Identity")
            .ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        links.MapPost("", MakeAsync).Produces<LinkMade>(201).ProducesProblem(400).ProducesProblem(415);
        links.MapDelete("/{id}", RevokeAsync).Produces(204);
    }

    private static async Task<IResult> MakeAsync(
        string campaign, LinkRequest request, CallerOf caller, CampaignCatalog catalog, LinkStore store,
        CapabilityTokens tokens, AuditTrail audit, TimeProvider clock, HttpRequest http, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Admin) is { } refusal)
            return refusal.ToResult();

        var now = clock.GetUtcNow();
        var expires = request.ExpiresAt ?? LinkRules.DefaultExpiry(launched.Definition, now);
        if (LinkRules.Refuse(launched.Definition, request, expires, now) is { } invalid)
            return invalid.ToResult();

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        await store.AddAsync(campaign, id, new(request.Role, request.Subject, expires, now), ct);
        await audit.AppendAsync(campaign, caller.Value, AuditDeed.LinkMade, id, LinkRules.Audited(request));
        var token = tokens.Sign(new(id, campaign, request.Role, request.Subject, expires.ToUnixTimeSeconds()));
        var url = $"{http.Scheme}://{http.Host}/api/ui/{campaign}?t={token}";
        return TypedResults.Created($"/api/campaigns/{campaign}/links/{id}", new LinkMade(id, token, url, expires));
    }

    private static async Task<IResult> RevokeAsync(
        string campaign, string id, CallerOf caller, CampaignCatalog catalog, LinkStore store, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (catalog.Find(campaign) is null)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Admin) is { } refusal)
            return refusal.ToResult();

        if (!await store.TryRevokeAsync(campaign, id, clock.GetUtcNow(), ct))
            return IdentityProblems.LinkNotFound(id).ToResult();

        await audit.AppendAsync(campaign, caller.Value, AuditDeed.LinkRevoked, id);
        return TypedResults.NoContent();
    }
}
