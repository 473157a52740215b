using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Exports;
using CddFunctions.Pages.Components;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Pages;

/// <summary>One row of an officer's list.</summary>
public sealed record OwnRow(Obligation Obligation, CampaignTask Task, ChoiceGroup? Choice, string? ReturnReason);

/// <summary>The page behind a link: the overview for administrators and viewers, their own tasks for officers.</summary>
public sealed class StartPage(
    CampaignCatalog catalog, PageContexts contexts, ObligationLedger ledger, LatestWorkbook workbook, ReturnReasons reasons)
{
    public async Task<IResult> ShowAsync(string campaign, Caller? caller, HttpContext http, CancellationToken ct)
    {
        var page = contexts.Of(http, $"/api/ui/{Uri.EscapeDataString(campaign)}");
        if (catalog.Find(campaign) is not { } launched)
            return Message.Page(404, page, t => t.UnknownCampaign);
        if (caller is null)
            return Message.Page(401, page, t => http.Request.Cookies.ContainsKey(IdentityMiddleware.CookieOf(campaign)) ? t.LinkInvalid : t.SignInNeeded);
        if (caller.Campaign is { } own && !string.Equals(own, campaign, StringComparison.Ordinal))
            return Message.Page(403, page, t => t.OtherCampaign);

        return caller.Role switch
        {
            CallerRole.Admin or CallerRole.Viewer => await OverviewAsync(launched, page, ct),
            CallerRole.Officer => await OwnAsync(launched, caller, page, ct),
            _ => Message.Page(403, page, t => t.NoPage),
        };
    }

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
