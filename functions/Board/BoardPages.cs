using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Exports;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
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
public sealed class BoardPages(ObligationLedger ledger, Places places, LatestWorkbook workbook)
{
    private const int MostWaiting = 10;

    public async Task<IResult> ShowAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var filter = BoardFilter.Read(http.Request.Query, visit.Campaign);
        var rows = await ledger.RowsAsync(visit.Campaign, ct);
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
                BoardDistricts.Of(rows),
                place,
                visit.Caller.Role is CallerRole.Admin ? await WaitingAsync(visit, rows, filter, ct) : null,
                await workbook.FindAsync(visit.Campaign, ct),
                DoneNote.Read(page, visit.Campaign, place, http.Request.Query[LocalAddress.Done])
            )
        );
    }

    /// <summary>The oldest submissions that wait for a review, of the units and tasks that the filter leaves.</summary>
    private async Task<WaitingPart> WaitingAsync(PageVisit visit, IReadOnlyList<Obligation> rows, BoardFilter filter, CancellationToken ct)
    {
        var owed = rows.Where(r => BoardMatrix.Leaves(filter, r)).Select(r => (r.Task, r.Unit)).ToHashSet();
        var all = (await ledger.WaitingAsync(visit.Campaign, ct)).Where(w => owed.Contains((w.Task, w.Unit))).ToList();
        return new([.. all.Take(MostWaiting)], all.Count);
    }
}

/// <param name="Count">Number of all submissions that wait; <paramref name="Oldest"/> are the first of them.</param>
public sealed record WaitingPart(IReadOnlyList<WaitingSubmission> Oldest, int Count);
