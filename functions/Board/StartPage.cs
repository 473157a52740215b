using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Exports;
using CddFunctions.Platform.Identity;
using CddFunctions.Reporting.Summaries;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;
using CddFunctions.Submissions.Reviews;
using CddFunctions.Web;

namespace CddFunctions.Board;

/// <param name="Own">What the province itself has to hand in; empty for readers who do not hand in.</param>
/// <param name="Workbook">Null while nothing was exported.</param>
public sealed record OverviewView(
    LaunchedCampaign Campaign,
    IReadOnlyList<LateTask> Late,
    WaitingPart Waiting,
    IReadOnlyList<NextDue> Next,
    IReadOnlyList<DistrictFigures> Districts,
    IReadOnlyList<TaskFigures> Tasks,
    Tally Total,
    Func<string, Unit?> Place,
    IReadOnlyList<OwnRow> Own,
    LatestWorkbook.Found? Workbook
);

/// <param name="Rows">In the order in which they are shown.</param>
/// <param name="Office">Code of the office itself; rows of other units name theirs.</param>
public sealed record OwnView(LaunchedCampaign Campaign, IReadOnlyList<OwnRow> Rows, string Office);

/// <summary>The page behind a link: the overview for administrators and viewers, their own tasks for officers.</summary>
public sealed class StartPage(ObligationLedger ledger, Places places, ReadWaiting waiting, LatestWorkbook workbook, ReturnReasons reasons)
{
    private const int MostWaiting = 5;
    private const int MostNext = 5;

    public Task<IResult> ShowAsync(PageVisit visit, CancellationToken ct) =>
        visit.Caller.Role is CallerRole.Officer
            ? OwnAsync(visit.Campaign, visit.Caller, visit.Page, ct)
            : OverviewAsync(visit.Campaign, visit.Caller, visit.Page, ct);

    private async Task<IResult> OverviewAsync(LaunchedCampaign campaign, Caller caller, PageContext page, CancellationToken ct)
    {
        var rows = await ledger.RowsAsync(campaign, ct);
        return new Page<OverviewPage, OverviewView>(
            200,
            page,
            new(
                campaign,
                LateTasks.Of(campaign, rows, page.Now),
                await waiting.RunAsync(campaign, static _ => true, MostWaiting, ct),
                Attention.Next(campaign, rows, page.Now, MostNext),
                Attention.Districts(campaign, rows),
                TaskFigures.Of(campaign, rows),
                LedgerFigures.Of(campaign, rows),
                await places.OfAsync(campaign, ct),
                await OwnRowsAsync(campaign, caller, rows, ct),
                await workbook.FindAsync(campaign, ct)
            )
        );
    }

    private async Task<IResult> OwnAsync(LaunchedCampaign campaign, Caller caller, PageContext page, CancellationToken ct) =>
        new Page<OwnPage, OwnView>(
            200,
            page,
            new(campaign, await OwnRowsAsync(campaign, caller, await ledger.RowsAsync(campaign, ct), ct), caller.Subject)
        );

    private async Task<IReadOnlyList<OwnRow>> OwnRowsAsync(
        LaunchedCampaign campaign,
        Caller caller,
        IEnumerable<Obligation> all,
        CancellationToken ct
    )
    {
        var rows = new List<OwnRow>();
        foreach (var row in Urgency.Sort(all))
        {
            var task = campaign.FindTask(row.Task)!;
            if (Access.Covers(caller, campaign, task, row.Unit))
                rows.Add(new(row, task, campaign.ChoiceOf(task), await reasons.FindAsync(campaign, row, ct)));
        }

        return rows;
    }
}
