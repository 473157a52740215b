using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions;

/// <summary>
/// Pure: who may act for a unit. An officer acts for the unit of the link, and, where the task is owed by an office of
/// that level, for the units inside it: the district office hands in for its tambons (Phayao ข้อ ๔), the province does not.
/// </summary>
public static class Access
{
    public static bool Covers(Caller caller, LaunchedCampaign campaign, CampaignTask task, string unit)
    {
        if (caller.Role is not CallerRole.Officer)
            return false;
        if (string.Equals(caller.Subject, unit, StringComparison.Ordinal))
            return true;

        return unit.StartsWith(caller.Subject, StringComparison.Ordinal)
            && string.Equals(Areas.LevelOf(caller.Subject), campaign.OwnerOf(task).Level, StringComparison.Ordinal);
    }

    /// <summary>Handing in: the office, an administrator, or an intake link of exactly this task.</summary>
    public static Problem? RefuseHandIn(Caller? caller, LaunchedCampaign campaign, CampaignTask task, Unit unit)
    {
        if (Caller.Refuse(caller, campaign.Id, CallerRole.Officer, CallerRole.Admin, CallerRole.Intake) is { } refusal)
            return refusal;

        var intake = caller!.Role is CallerRole.Intake && string.Equals(caller.Subject, task.Id, StringComparison.Ordinal);
        return caller.Role is CallerRole.Admin || intake || Covers(caller, campaign, task, unit.Code) ? null : IdentityProblems.NotYours();
    }

    /// <summary>A new revision: the office only.</summary>
    public static Problem? RefuseRevise(Caller? caller, LaunchedCampaign campaign, CampaignTask task, Unit unit) =>
        Caller.Refuse(caller, campaign.Id, CallerRole.Officer)
        ?? (Covers(caller!, campaign, task, unit.Code) ? null : IdentityProblems.NotYours());

    /// <summary>Reading a hand-in: the office, administrators and viewers.</summary>
    public static Problem? RefuseRead(Caller? caller, LaunchedCampaign campaign, CampaignTask task, Unit unit) =>
        Caller.Refuse(caller, campaign.Id, CallerRole.Officer, CallerRole.Admin, CallerRole.Viewer)
        ?? (caller!.Role is not CallerRole.Officer || Covers(caller, campaign, task, unit.Code) ? null : IdentityProblems.NotYours());
}
