using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Exports;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;
using CddFunctions.Submissions.Reviews;
using CddFunctions.Web;

namespace CddFunctions.Board;

/// <summary>One row of an officer's list.</summary>
public sealed record OwnRow(Obligation Obligation, CampaignTask Task, ChoiceGroup? Choice, string? ReturnReason);

/// <summary>The page behind a link: the overview for administrators and viewers, their own tasks for officers.</summary>
public sealed class StartPage(ObligationLedger ledger, LatestWorkbook workbook, ReturnReasons reasons)
{
    public Task<IResult> ShowAsync(PageVisit visit, CancellationToken ct) => visit.Caller.Role is CallerRole.Officer
        ? OwnAsync(visit.Campaign, visit.Caller, visit.Page, ct)
        : OverviewAsync(visit.Campaign, visit.Page, ct);

    private async Task<IResult> OverviewAsync(LaunchedCampaign campaign, PageContext page, CancellationToken ct) =>
        new Page<OverviewPage>(
            200, page,
            (nameof(OverviewPage.Campaign), campaign),
            (nameof(OverviewPage.Tasks), TaskFigures.Of(campaign, await ledger.RowsAsync(campaign, ct))),
            (nameof(OverviewPage.Workbook), await workbook.FindAsync(campaign, ct)));

    private async Task<IResult> OwnAsync(LaunchedCampaign campaign, Caller caller, PageContext page, CancellationToken ct)
    {
        var rows = new List<OwnRow>();
        foreach (var row in Urgency.Sort(await ledger.RowsAsync(campaign, ct)))
        {
            var task = campaign.FindTask(row.Task)!;
            if (Access.Covers(caller, campaign, task, row.Unit))
                rows.Add(new(row, task, campaign.ChoiceOf(task), await reasons.FindAsync(campaign, row, ct)));
        }

        return new Page<OwnPage>(
            200, page, (nameof(OwnPage.Campaign), campaign), (nameof(OwnPage.Rows), rows), (nameof(OwnPage.Office), caller.Subject));
    }
}
