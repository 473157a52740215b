using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CddFunctions.Submissions.Rosters;

/// <summary>A roster of one unit, with the task that sends it.</summary>
public sealed record RosterTarget(Target Target, Roster Roster)
{
    public Field Table { get; } = RosterForms.Table(Target.Form, Roster);
}

/// <summary>The address of one unit's roster. The office that hands in the task that sends the roster also works on it.</summary>
public sealed record RosterAddress(
    string Campaign, string Roster, string Unit, [FromServices] CampaignCatalog Catalog, [FromServices] Targets Targets)
{
    public async Task<Outcome<RosterTarget>> FindAsync(
        CallerOf caller, Func<Caller?, LaunchedCampaign, CampaignTask, Unit, Problem?> refuse, CancellationToken ct)
    {
        if (caller.Value is null)
            return IdentityProblems.Missing();
        if (Catalog.Find(Campaign) is not { } launched)
            return CampaignProblems.NotFound(Campaign);
        if (launched.FindRoster(Roster) is not { } roster || launched.TaskOf(roster) is not { } task)
            return RosterProblems.NotFound(Roster);
        if ((await Targets.FindAsync(Campaign, task.Id, Unit, ct)).IsRefused(out var unknown, out var target))
            return unknown;
        return refuse(caller.Value, launched, task, target.Unit) is { } refusal ? refusal : new RosterTarget(target, roster);
    }
}
