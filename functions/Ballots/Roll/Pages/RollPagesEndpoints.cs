using CddFunctions.Web;

namespace CddFunctions.Ballots.Roll.Pages;

public static class RollPagesEndpoints
{
    public static void MapRollPages(this IEndpointRouteBuilder routes)
    {
        var roll = routes.MapPages("/ballots/{ballot}/roll");
        roll.MapGet("", ([AsParameters] BallotAddress at, string? done, string? confirm, int? part, HttpContext http, RollPages rolls, CancellationToken ct) =>
            rolls.ShowAsync(at, new(done, confirm is "freeze", part ?? 1), http, ct));
        roll.MapPost("", ([AsParameters] BallotAddress at, HttpContext http, RollPages rolls, CancellationToken ct) => rolls.PostAsync(at, http, ct));
    }

    public static IServiceCollection AddRollPages(this IServiceCollection services) => services.AddSingleton<RollPages>();
}
