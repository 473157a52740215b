using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CddFunctions.Audit.Pages;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Http;
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
        routes
            .MapGet("/api/campaigns/{campaign}/audit", ReadAsync)
            .WithTags("Audit")
            .InCampaign()
            .Allow(CallerRole.Admin)
            .Produces<AuditPage>()
            .Problems(400);
        routes.MapAuditPages();
    }

    /// <summary>In the order in which they were written, so that whoever collects them asks for what came since.</summary>
    [Operation("readAudit", "Reads who did what, in order.")]
    private static async Task<IResult> ReadAsync(
        LaunchedCampaign launched,
        AuditTrail audit,
        CancellationToken ct,
        [Description("The entry to go on after: `next` of the page before.")] long after = 0,
        [Range(1, MostPerPage)] int limit = PageLength
    )
    {
        var end = (await audit.EndAsync(launched.Id, ct)).Entry;
        var entries = after < end ? await audit.EntriesAsync(launched.Id, after, limit, ct) : [];
        return TypedResults.Ok(new AuditPage(entries, after < end - limit ? after + limit : null));
    }
}
