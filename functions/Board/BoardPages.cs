using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Exports;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Reviews;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Web;

namespace CddFunctions.Board;

/// <param name="Districts">Codes of the districts that the board can be cut down to.</param>
/// <param name="Reviewing">Submissions that wait for a review; null for a reader who does not review.</param>
/// <param name="Workbook">Null while nothing was exported.</param>
/// <param name="Done">What the form before this page did.</param>
public sealed record BoardPageView(
    LaunchedCampaign Campaign,
    BoardView Matrix,
    BoardFilter Filter,
    IReadOnlyList<string> Districts,
    Func<string, Unit?> Place,
    WaitingPart? Reviewing,
    LatestWorkbook.Found? Workbook,
    Done? Done
);

/// <summary>The board: who owes what, and what waits for a decision.</summary>
public sealed class BoardPages(ObligationLedger ledger, Places places, ReadWaiting waiting, LatestWorkbook workbook)
{
    private const int MostWaiting = 10;

    public async Task<IResult> ShowAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var rows = await ledger.RowsAsync(visit.Campaign, ct);
        var districts = BoardDistricts.Of(rows);
        if (BoardFilter.Read(http.Request.Query, visit.Campaign, districts).IsRefused(out var unknown, out var filter))
            return Visits.NotHere(visit, unknown);

        var place = await places.OfAsync(visit.Campaign, ct);
        // The other language shows the same units.
        var page = visit.Page with
        {
            Address = BoardAddress.Of(visit.Campaign.Id, filter),
        };
        return new Page<BoardPage, BoardPageView>(
            200,
            page,
            new(
                visit.Campaign,
                BoardMatrix.Of(visit.Campaign, rows, filter),
                filter,
                districts,
                place,
                visit.Caller.Role is CallerRole.Admin ? await WaitingAsync(visit, rows, filter, ct) : null,
                await workbook.FindAsync(visit.Campaign, ct),
                DoneNote.Read(page, visit.Campaign, place, http.Request.Query[LocalAddress.Done])
            )
        );
    }

    /// <summary>The oldest submissions that wait for a review, of the units and tasks that the filter leaves.</summary>
    private Task<WaitingPart> WaitingAsync(PageVisit visit, IReadOnlyList<Obligation> rows, BoardFilter filter, CancellationToken ct)
    {
        var owed = rows.Where(filter.Leaves).Select(r => (r.Task, r.Unit)).ToHashSet();
        return waiting.RunAsync(visit.Campaign, w => owed.Contains((w.Task, w.Unit)), MostWaiting, ct);
    }
}
