using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Audit.Pages;

public static class AuditPagesEndpoints
{
    public static void MapAuditPages(this IEndpointRouteBuilder routes) =>
        routes
            .MapPages("/audit")
            .OfProgramme()
            .Allow(CallerRole.Admin)
            .MapGet("", (PageVisit visit, HttpContext http, AuditPages page, CancellationToken ct) => page.ShowAsync(visit, http, ct));

    public static IServiceCollection AddAuditPages(this IServiceCollection services) =>
        services.AddMenu<AuditTexts>(50, "/audit", t => t.Menu, CallerRole.Admin).AddSingleton<AuditPages>().AddSingleton<AuditActors>();
}
