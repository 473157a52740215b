using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Audit.Pages;

public static class AuditPagesEndpoints
{
    public static void MapAuditPages(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/ui").ExcludeFromDescription().OfProgramme().Allow(CallerRole.Admin).MapGet(
            "/{campaign}/audit", (PageVisit visit, HttpContext http, AuditPages page, CancellationToken ct) => page.ShowAsync(visit, http, ct));
}
