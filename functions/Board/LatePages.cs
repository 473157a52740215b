using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Web;

namespace CddFunctions.Board;

public sealed record LateView(
    LaunchedCampaign Campaign,
    IReadOnlyList<LateTask> Late,
    BoardFilter Filter,
    IReadOnlyList<string> Districts,
    Func<string, Unit?> Place
);

/// <summary>The list of what is late, by district and task.</summary>
public sealed class LatePages(ObligationLedger ledger, Places places)
{
    public async Task<IResult> ShowAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var rows = await ledger.RowsAsync(visit.Campaign, ct);
        var districts = BoardDistricts.Of(rows);
        if (BoardFilter.Read(http.Request.Query, visit.Campaign, districts).IsRefused(out var unknown, out var read))
            return Visits.NotHere(visit, unknown);

        var filter = new BoardFilter(read.District, read.Task);
        return new Page<LatePage, LateView>(
            200,
            visit.At("/board/late" + filter.Query()).Page,
            new(
                visit.Campaign,
                LateTasks.Of(visit.Campaign, rows.Where(filter.Leaves), visit.Page.Now),
                filter,
                districts,
                await places.OfAsync(visit.Campaign, ct)
            )
        );
    }
}
