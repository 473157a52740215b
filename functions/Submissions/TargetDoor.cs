using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Submissions;

/// <summary>
/// The address names a task and a unit of the programme (<c>{task}</c>, <c>{unit}</c>); handlers take both as a <see cref="Target"/>.
/// </summary>
public static class TargetDoor
{
    /// <summary>The door finds task and unit; 404 when there is no such task, or when the unit does not owe it.</summary>
    public static TBuilder ForTarget<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.Ask(FindAsync).Problems(404);

    /// <summary>Refuses an officer outside the units of the office, and an intake link outside its task, with 403.</summary>
    public static TBuilder OwnUnit<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes
            .Ask(http => new(Access.Refuse(http.Features.GetRequiredFeature<Caller>(), http.Features.GetRequiredFeature<Target>())))
            .Problems(403);

    /// <summary>Refuses whoever does not act for the unit, also administrators (403): an office changes its own hand-ins.</summary>
    public static TBuilder OwnToRevise<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes
            .Ask(http => new(Access.RefuseRevise(http.Features.GetRequiredFeature<Caller>(), http.Features.GetRequiredFeature<Target>())))
            .Problems(403);

    /// <summary>Hands the target on, and names it for the log unless it takes hand-ins without a name.</summary>
    public static void Enter(HttpContext http, Target target)
    {
        http.Features.Set(target);
        if (!target.Form.Anonymous)
            Outcomes.Name(http, target.Task.Id, target.Unit.Code);
    }

    private static async ValueTask<Problem?> FindAsync(HttpContext http)
    {
        var targets = http.RequestServices.GetRequiredService<Targets>();
        var campaign = http.Features.GetRequiredFeature<LaunchedCampaign>();
        var task = (string)http.GetRouteValue("task")!;
        var unit = (string)http.GetRouteValue("unit")!;
        if ((await targets.FindAsync(campaign, task, unit, http.RequestAborted)).IsRefused(out var unknown, out var target))
            return unknown;

        Enter(http, target);
        return null;
    }
}
