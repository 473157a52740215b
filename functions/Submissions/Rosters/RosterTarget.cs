using CddFunctions.Campaigns.Model;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Submissions.Rosters;

/// <summary>A roster of one unit, with the task that sends it.</summary>
public sealed record RosterTarget(Target Target, Roster Roster)
{
    public Field Table { get; init; } = RosterForms.Table(Target.Form, Roster);

    /// <summary>Gives a handler its roster; works on routes that have <see cref="RosterDoor.ForRoster{TBuilder}"/>.</summary>
    public static ValueTask<RosterTarget?> BindAsync(HttpContext http) => new(http.Features.GetRequiredFeature<RosterTarget>());
}
