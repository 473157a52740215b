using CddFunctions.Audit.Pages;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Audit;

/// <summary>Who did what in a programme, for its administrators.</summary>
public static class AuditEndpoints
{
    private const int PageLength = 100;
    private const int MostPerPage = 1000;

    /// <param name="Next">Give this as <c>after</c> to read on; absent at the end.</param>
    public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/campaigns/{campaign}/audit", ReadAsync).WithTags("Audit")
            .Produces<AuditPage>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        routes.MapAuditPages();
    }

    /// <summary>In the order in which they were written, so that whoever collects them asks for what came since.</summary>
    private static async Task<IResult> ReadAsync(
        string campaign, long? after, int? limit, CallerOf caller, CampaignCatalog catalog, AuditTrail audit, CancellationToken ct)
    {
        if (catalog.Find(campaign) is null)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Admin) is { } refusal)
            return refusal.ToResult();

        var (start, length) = (Math.Max(0, after ?? 0), Math.Clamp(limit ?? PageLength, 1, MostPerPage));
        var end = (await audit.EndAsync(campaign, ct)).Entry;
        var entries = start < end ? await audit.EntriesAsync(campaign, start, length, ct) : [];
        return TypedResults.Ok(new AuditPage(entries, start < end - length ? start + length : null));
    }
}
