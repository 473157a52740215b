using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Submissions;

/// <summary>What an address names: one task of one unit in a campaign, with the form it is handed in on.</summary>
public sealed record Target(LaunchedCampaign Campaign, CampaignTask Task, Unit Unit, Form Form)
{
    public string Id => SubmissionStore.Id(Task.Id, Unit.Code);
}

/// <summary>Resolves an address, or says which part of it is unknown (404).</summary>
public sealed class Targets(CampaignCatalog catalog, UnitDirectory units)
{
    public async Task<Outcome<Target>> FindAsync(string campaign, string task, string unit, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign);
        if (launched.FindTask(task) is not { Managed: true } found)
            return SubmissionProblems.TaskNotFound(task);
        if (await units.FindOwingAsync(launched, found, unit, ct) is not { } owing)
            return SubmissionProblems.UnitNotOwing(task, unit);

        return new Target(launched, found, owing, launched.FormOf(found) ?? PlainReport.Form);
    }
}

/// <summary>Tasks without a form are reported as done, with a note if there is something to say.</summary>
public static class PlainReport
{
    public static readonly Form Form = new(
        "plain-report", "รายงานว่าดำเนินการแล้ว", "Report that it is done", FieldsBasis.Proposed, Signature.NotRequired,
        [new("note", FieldKind.Multiline, "หมายเหตุ", "Note", [], MaxLength: 2000)], []);
}
