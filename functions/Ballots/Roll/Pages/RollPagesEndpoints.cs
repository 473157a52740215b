using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Roll.Pages;

public static class RollPagesEndpoints
{
    public static void MapRollPages(this IEndpointRouteBuilder routes)
    {
        var roll = routes.MapPages("/ballots/{ballot}/roll").OfProgramme().Allow(CallerRole.Admin).ForBallot();
        roll.MapGet(
            "",
            (PageVisit visit, BallotTarget target, string? done, string? confirm, int? part, RollPages rolls, CancellationToken ct) =>
                rolls.ShowAsync(visit, target, new(done, confirm is "freeze", part ?? 1), ct)
        );
        roll.MapPost(
            "",
            (PageVisit visit, BallotTarget target, HttpContext http, RollPages rolls, CancellationToken ct) =>
                rolls.PostAsync(visit, target, http, ct)
        );
        roll.MapGet(
            "/{entry}",
            (PageVisit visit, BallotTarget target, string entry, VoterPages voters, CancellationToken ct) =>
                voters.ShowAsync(visit, target, entry, ct)
        );
        roll.MapPost(
            "/{entry}",
            (PageVisit visit, BallotTarget target, string entry, HttpContext http, VoterPages voters, CancellationToken ct) =>
                voters.PostAsync(visit, target, entry, http, ct)
        );
    }

    public static IServiceCollection AddRollPages(this IServiceCollection services) =>
        services.AddSingleton<RollPages>().AddSingleton<VoterPages>();
}
