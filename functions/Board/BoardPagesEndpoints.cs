namespace CddFunctions.Board;

public static class BoardPagesEndpoints
{
    public static void MapBoardPages(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/ui").ExcludeFromDescription().MapGet(
            "/{campaign}/board", (string campaign, HttpContext http, BoardPages board, CancellationToken ct) => board.ShowAsync(campaign, http, ct));
}
