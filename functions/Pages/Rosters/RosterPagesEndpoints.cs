using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Pages.Rosters;

/// <summary>The pages of lists: those of the units, and the rolls of ballots.</summary>
public static class RosterPagesEndpoints
{
    public static void MapRosterPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/api/ui/{campaign}").ExcludeFromDescription();
        var roster = pages.MapGroup("/rosters/{roster}/{unit}");
        roster.MapGet("", ([AsParameters] RosterAddress at, string? saved, HttpContext http, RosterPages rosters, CancellationToken ct) =>
            rosters.ShowAsync(at, saved is "1", http, ct));
        roster.MapPost("", ([AsParameters] RosterAddress at, HttpContext http, RosterPages rosters, CancellationToken ct) =>
            rosters.PostAsync(at, http, ct));
    }
}
