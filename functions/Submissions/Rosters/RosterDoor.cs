using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// The address names the roster of one unit (<c>{roster}</c>, <c>{unit}</c>); handlers take it as a <see cref="RosterTarget"/>. The
/// office that hands in the task that sends the roster also works on it.
/// </summary>
public static class RosterDoor
{
    /// <summary>The door finds the roster; 404 when there is none of that id, or when the unit does not owe its task.</summary>
    public static TBuilder ForRoster<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.Ask(FindAsync).Problems(404);

    private static async ValueTask<Problem?> FindAsync(HttpContext http)
    {
        var campaign = http.Features.GetRequiredFeature<LaunchedCampaign>();
        var id = (string)http.GetRouteValue("roster")!;
        var unit = (string)http.GetRouteValue("unit")!;
        if (campaign.FindRoster(id) is not { } roster || campaign.TaskOf(roster) is not { } task)
            return RosterProblems.NotFound(id);

        var targets = http.RequestServices.GetRequiredService<Targets>();
        if ((await targets.FindAsync(campaign, task.Id, unit, http.RequestAborted)).IsRefused(out var unknown, out var target))
            return unknown;

        TargetDoor.Enter(http, target);
        http.Features.Set(new RosterTarget(target, roster));
        return null;
    }
}
