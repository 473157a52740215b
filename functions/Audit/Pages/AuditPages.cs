using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Audit;
using CddFunctions.Web;

namespace CddFunctions.Audit.Pages;

/// <param name="Checked">Null when the chain is too long to check it unasked.</param>
public sealed record AuditView(LaunchedCampaign Campaign, AuditFilter Filter, AuditFound Found, AuditWords Words, CheckedAudit? Checked);

/// <summary>Who did what in a programme, newest first, and whether the record is as it was written.</summary>
public sealed class AuditPages(AuditTrail trail, AuditSearch search, CheckAudit check, AuditActors actors)
{
    private const int PerPage = 50;

    /// <summary>
    /// Most entries of a chain that every visit checks, in about a tenth of a
    /// second. A longer chain is checked when the reader asks for it.
    /// </summary>
    private const int MostCheckedUnasked = 20_000;

    public async Task<IResult> ShowAsync(PageVisit door, HttpContext http, CancellationToken ct)
    {
        var filter = AuditFilter.Of(http.Request.Query);
        var visit = door.At(filter.Path());
        var campaign = door.Campaign.Id;
        var checks = filter.Check || (await trail.EndAsync(campaign, ct)).Entry <= MostCheckedUnasked;
        var found = await search.RunAsync(campaign, filter.Query, filter.Before, PerPage, ct);
        return new Page<AuditPage, AuditView>(
            200,
            visit.Page,
            new(
                visit.Campaign,
                filter,
                found,
                await actors.WordsAsync(visit, found.Entries, ct),
                checks ? await check.RunAsync(campaign, [], ct) : null
            )
        );
    }
}
