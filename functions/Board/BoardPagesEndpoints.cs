using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Board;

public static class BoardPagesEndpoints
{
    public static void MapBoardPages(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/ui").ExcludeFromDescription().OfProgramme().Allow(CallerRole.Admin, CallerRole.Viewer).MapGet(
            "/{campaign}/board", (PageVisit visit, HttpContext http, BoardPages board, CancellationToken ct) => board.ShowAsync(visit, http, ct));
}
