using CddFunctions.Ballots;
using CddFunctions.Ballots.Roll.Pages;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>The pages of lists: those of the units, and the rolls of ballots.</summary>
public static class RosterPagesEndpoints
{
    public static void MapRosterPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/api/ui/{campaign}").ExcludeFromDescription().OfProgramme();
        var roster = pages.MapGroup("/rosters/{roster}/{unit}").Allow(CallerRole.Officer, CallerRole.Admin).ForRoster().OwnUnit();
        roster.MapGet("", (PageVisit visit, RosterTarget found, string? done, RosterPages rosters, CancellationToken ct) =>
            rosters.ShowAsync(visit, found, done, ct));
        roster.MapPost("", (PageVisit visit, RosterTarget found, HttpContext http, RosterPages rosters, CancellationToken ct) =>
            rosters.PostAsync(visit, found, http, ct));

        var roll = pages.MapGroup("/ballots/{ballot}/roll").Allow(CallerRole.Admin).ForBallot();
        roll.MapGet("", (PageVisit visit, BallotTarget target, string? done, string? confirm, int? part, RollPages rolls, CancellationToken ct) =>
            rolls.ShowAsync(visit, target, new(done, confirm is "freeze", part ?? 1), ct));
        roll.MapPost("", (PageVisit visit, BallotTarget target, HttpContext http, RollPages rolls, CancellationToken ct) =>
            rolls.PostAsync(visit, target, http, ct));
    }
}
