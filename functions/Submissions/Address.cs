using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CddFunctions.Submissions;

/// <summary>The part of the address that names a target.</summary>
public sealed record Address(string Campaign, string Task, string Unit, [FromServices] Targets Targets)
{
    /// <summary>Without an identity nothing is said; definitions are public, so an unknown address is 404 before it is 403.</summary>
    public async Task<Outcome<Target>> FindAsync(
        CallerOf caller, Func<Caller?, LaunchedCampaign, CampaignTask, Unit, Problem?> refuse, CancellationToken ct)
    {
        if (caller.Value is null)
            return IdentityProblems.Missing();
        if ((await Targets.FindAsync(Campaign, Task, Unit, ct)).IsRefused(out var unknown, out var target))
            return unknown;
        return refuse(caller.Value, target.Campaign, target.Task, target.Unit) is { } refusal ? refusal : target;
    }
}
