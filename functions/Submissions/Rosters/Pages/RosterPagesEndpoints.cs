using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Rosters.Pages;

public static class RosterPagesEndpoints
{
    public static void MapRosterPages(this IEndpointRouteBuilder routes)
    {
        var roster = routes
            .MapPages("/rosters/{roster}/{unit}")
            .OfProgramme()
            .Allow(CallerRole.Officer, CallerRole.Admin)
            .ForRoster()
            .OwnUnit();
        roster.MapGet(
            "",
            (PageVisit visit, RosterTarget found, string? done, RosterPages rosters, CancellationToken ct) =>
                rosters.ShowAsync(visit, found, done, ct)
        );
        roster
            .MapPost(
                "",
                (PageVisit visit, RosterTarget found, HttpContext http, RosterPages rosters, CancellationToken ct) =>
                    rosters.PostAsync(visit, found, http, ct)
            )
            .LogOutcomes("roster", StatusCodes.Status303SeeOther);
    }

    public static IServiceCollection AddRosterPages(this IServiceCollection services) => services.AddSingleton<RosterPages>();
}
