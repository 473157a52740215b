using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Audit;
using CddFunctions.Web;

namespace CddFunctions.Audit.Pages;

/// <summary>Who did what in a programme, newest first, and whether the record is as it was written.</summary>
public sealed class AuditPages(AuditTrail trail, AuditSearch search, CheckAudit check, AuditActors actors)
{
    private const int PerPage = 50;

    /// <summary>A chain of this length is checked in about a tenth of a second, so each visit does; of a longer one, whoever asks for it.</summary>
    private const int MostCheckedUnasked = 20_000;

    public async Task<IResult> ShowAsync(PageVisit door, HttpContext http, CancellationToken ct)
    {
        var filter = AuditFilter.Of(http.Request.Query);
        var (visit, campaign) = (door.At(filter.Path()), door.Campaign.Id);
        var checks = filter.Check || (await trail.EndAsync(campaign, ct)).Entry <= MostCheckedUnasked;
        var found = await search.RunAsync(campaign, filter.Query, filter.Before, PerPage, ct);
        return new Page<AuditPage>(
            200, visit.Page,
            (nameof(AuditPage.Campaign), visit.Campaign),
            (nameof(AuditPage.Filter), filter),
            (nameof(AuditPage.Found), found),
            (nameof(AuditPage.Words), await actors.WordsAsync(visit, found.Entries, ct)),
            (nameof(AuditPage.Checked), checks ? await check.RunAsync(campaign, [], ct) : null));
    }
}
