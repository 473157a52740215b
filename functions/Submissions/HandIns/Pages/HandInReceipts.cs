using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Web;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>The receipt of one revision, found again at any time with what was handed in under it.</summary>
public sealed class HandInReceipts(ReadReceipts receipts, Places places)
{
    public async Task<IResult> ShowAsync(Opened open, string receipt, CancellationToken ct)
    {
        if (await receipts.FindAsync(open.Target, open.Visit.Caller, receipt, ct) is not { } found)
            return Visits.NotHere(open.Visit, SubmissionProblems.NothingYet());

        var find = await places.OfAsync(open.Target.Campaign, ct);
        return new Page<HandInReceiptPage>(
            200, open.Visit.Page,
            (nameof(HandInReceiptPage.Target), open.Target),
            (nameof(HandInReceiptPage.Receipted), found),
            (nameof(HandInReceiptPage.Place), find),
            (nameof(HandInReceiptPage.Missing), (found.Revision.Missing ?? []).Select(code => find(code)?.Name ?? new Text(code, code)).ToList()));
    }
}
