using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Submissions;

/// <summary>What an address names: one task of one unit in a campaign, with the form it is handed in on.</summary>
public sealed record Target(LaunchedCampaign Campaign, CampaignTask Task, Unit Unit, Form Form)
{
    public string Id => SubmissionStore.Id(Task.Id, Unit.Code);

    /// <summary>Gives a handler its target; works on routes that have <see cref="TargetDoor.ForTarget{TBuilder}"/>.</summary>
    public static ValueTask<Target?> BindAsync(HttpContext http) => new(http.Features.GetRequiredFeature<Target>());
}

/// <summary>Resolves an address in a programme, or says which part of it is unknown (404).</summary>
public sealed class Targets(UnitDirectory units)
{
    public async Task<Outcome<Target>> FindAsync(LaunchedCampaign campaign, string task, string unit, CancellationToken ct)
    {
        if (campaign.FindTask(task) is not { Managed: true } found)
            return SubmissionProblems.TaskNotFound(task);
        if (await units.FindOwingAsync(campaign, found, unit, ct) is not { } owing)
            return SubmissionProblems.UnitNotOwing(task, unit);

        return new Target(campaign, found, owing, campaign.FormOf(found) ?? PlainReport.Form);
    }
}

/// <summary>Tasks without a form are reported as done, with a note if there is something to say.</summary>
public static class PlainReport
{
    public static readonly Form Form = new(
        "plain-report",
        "รายงานว่าดำเนินการแล้ว",
        "Report that it is done",
        FieldsBasis.Proposed,
        Signature.NotRequired,
        [new("note", FieldKind.Multiline, "หมายเหตุ", "Note", [], MaxLength: 2000)],
        []
    );
}
