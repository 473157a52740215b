using CddFunctions.Web;

namespace CddFunctions.Submissions.Rosters.Pages;

public static class RosterPagesEndpoints
{
    public static void MapRosterPages(this IEndpointRouteBuilder routes)
    {
        var roster = routes.MapPages("/rosters/{roster}/{unit}");
        roster.MapGet("", ([AsParameters] RosterAddress at, string? done, HttpContext http, RosterPages rosters, CancellationToken ct) =>
            rosters.ShowAsync(at, done, http, ct));
        roster.MapPost("", ([AsParameters] RosterAddress at, HttpContext http, RosterPages rosters, CancellationToken ct) =>
            rosters.PostAsync(at, http, ct));
    }

    public static IServiceCollection AddRosterPages(this IServiceCollection services) => services.AddSingleton<RosterPages>();
}
