using CddFunctions.Campaigns.Pages;
using CddFunctions.Exports;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Web;

namespace CddFunctions.Board;

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
        var page = visit.Page with { Address = BoardAddress.Of(visit.Campaign.Id, filter) };
        return new Page<BoardPage>(
            200, page,
            (nameof(BoardPage.Campaign), visit.Campaign),
            (nameof(BoardPage.View), BoardMatrix.Of(visit.Campaign, rows, filter)),
            (nameof(BoardPage.Filter), filter),
            (nameof(BoardPage.Districts), BoardDistricts.Of(rows)),
            (nameof(BoardPage.Place), place),
            (nameof(BoardPage.Reviewing), visit.Caller.Role is CallerRole.Admin ? await WaitingAsync(visit, rows, filter, ct) : null),
            (nameof(BoardPage.Workbook), await workbook.FindAsync(visit.Campaign, ct)),
            (nameof(BoardPage.Done), DoneNote.Words(page, visit.Campaign, place, http.Request.Query[LocalAddress.Done])));
    }

    /// <summary>The oldest of what waits, of the units and tasks that the filter leaves.</summary>
    private async Task<WaitingPart> WaitingAsync(PageVisit visit, IReadOnlyList<Obligation> rows, BoardFilter filter, CancellationToken ct)
    {
        var owed = rows.Where(r => BoardMatrix.Leaves(filter, r)).Select(r => (r.Task, r.Unit)).ToHashSet();
        var all = (await ledger.WaitingAsync(visit.Campaign, ct)).Where(w => owed.Contains((w.Task, w.Unit))).ToList();
        return new([.. all.Take(MostWaiting)], all.Count);
    }
}

/// <param name="Count">Of all that wait; <paramref name="Oldest"/> are the first of them.</param>
public sealed record WaitingPart(IReadOnlyList<WaitingHandIn> Oldest, int Count);
