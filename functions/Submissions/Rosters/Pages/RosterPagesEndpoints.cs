using CddFunctions.Ballots;
using CddFunctions.Ballots.Roll.Pages;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>The pages of lists: those of the units, and the rolls of ballots.</summary>
public static class RosterPagesEndpoints
{
    public static void MapRosterPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/api/ui/{campaign}").ExcludeFromDescription();
        var roster = pages.MapGroup("/rosters/{roster}/{unit}");
        roster.MapGet("", ([AsParameters] RosterAddress at, string? done, HttpContext http, RosterPages rosters, CancellationToken ct) =>
            rosters.ShowAsync(at, done, http, ct));
        roster.MapPost("", ([AsParameters] RosterAddress at, HttpContext http, RosterPages rosters, CancellationToken ct) =>
            rosters.PostAsync(at, http, ct));

        var roll = pages.MapGroup("/ballots/{ballot}/roll");
        roll.MapGet("", ([AsParameters] BallotAddress at, string? done, string? confirm, int? part, HttpContext http, RollPages rolls, CancellationToken ct) =>
            rolls.ShowAsync(at, new(done, confirm is "freeze", part ?? 1), http, ct));
        roll.MapPost("", ([AsParameters] BallotAddress at, HttpContext http, RollPages rolls, CancellationToken ct) => rolls.PostAsync(at, http, ct));
    }
}
