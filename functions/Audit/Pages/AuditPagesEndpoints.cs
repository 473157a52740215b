namespace CddFunctions.Audit.Pages;

public static class AuditPagesEndpoints
{
    public static void MapAuditPages(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/ui").ExcludeFromDescription().MapGet(
            "/{campaign}/audit", (string campaign, HttpContext http, AuditPages page, CancellationToken ct) => page.ShowAsync(campaign, http, ct));
}
