using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions;

/// <summary>
/// Pure: who may act for a unit. An administrator acts for the province itself. An officer acts for the unit of the link, and, where
/// the task is owed by an office of that level, for the units inside it: the district office hands in for its tambons (Phayao ข้อ ๔),
/// the province does not. What a third party owes about a unit (docs/rules.md 2.3, rule 12) is not the unit's: evaluators report on a
/// district, not the district itself.
/// </summary>
public static class Access
{
    public static bool Covers(Caller caller, LaunchedCampaign campaign, CampaignTask task, string unit)
    {
        if (caller.Role is CallerRole.Admin)
            return string.Equals(Areas.LevelOf(unit), Areas.Province, StringComparison.Ordinal);
        if (caller.Role is not CallerRole.Officer || !unit.StartsWith(caller.Subject, StringComparison.Ordinal))
            return false;

        return IsOwner(caller, campaign, task)
            || (string.Equals(caller.Subject, unit, StringComparison.Ordinal) && !campaign.IsThirdParty(task));
    }

    private static bool IsOwner(Caller caller, LaunchedCampaign campaign, CampaignTask task) =>
        string.Equals(Areas.LevelOf(caller.Subject), campaign.OwnerOf(task).Level, StringComparison.Ordinal);

    /// <summary>Refuses an officer outside the units of the office, and an intake link outside its task. The route checks roles.</summary>
    public static Problem? Refuse(Caller caller, Target target)
    {
        var isTheirs = caller.Role switch
        {
            CallerRole.Officer => Covers(caller, target.Campaign, target.Task, target.Unit.Code),
            CallerRole.Intake => string.Equals(caller.Subject, target.Task.Id, StringComparison.Ordinal),
            _ => true,
        };
        return isTheirs ? null : IdentityProblems.NotYours();
    }

    /// <summary>Refuses a file for a task that this link hands in for no unit.</summary>
    public static Problem? RefuseFile(Caller caller, LaunchedCampaign campaign, string? task)
    {
        if (task is null || campaign.FindTask(task) is not { } found)
            return null;

        var isTheirs = caller.Role switch
        {
            CallerRole.Officer => IsOwner(caller, campaign, found) || !campaign.IsThirdParty(found),
            CallerRole.Intake => string.Equals(caller.Subject, task, StringComparison.Ordinal),
            _ => true,
        };
        return isTheirs ? null : IdentityProblems.NotYours();
    }

    /// <summary>
    /// Refuses a new revision to everybody who does not act for the unit: intake links cannot revise, and administrators only what the
    /// province itself has handed in.
    /// </summary>
    public static Problem? RefuseRevise(Caller caller, Target target) =>
        Covers(caller, target.Campaign, target.Task, target.Unit.Code) ? null : IdentityProblems.NotYours();
}
