using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Web;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <param name="Place">Finds a unit by its code (<see cref="Places"/>).</param>
/// <param name="Missing">Names of the source units that an incomplete hand-in went without.</param>
/// <param name="DueAt">When it was due, extension counted.</param>
public sealed record HandInReceiptView(
    Target Target,
    Receipted Receipted,
    Func<string, Unit?> Place,
    IReadOnlyList<Text> Missing,
    DateTimeOffset? DueAt
);

/// <summary>The receipt of one revision, found again at any time with what was handed in under it.</summary>
public sealed class SubmissionReceipts(ReadReceipts receipts, Places places)
{
    public async Task<IResult> ShowAsync(Opened open, string receipt, CancellationToken ct)
    {
        if (await receipts.FindAsync(open.Target, open.Visit.Caller, receipt, ct) is not { } found)
            return Visits.NotHere(open.Visit, SubmissionProblems.NothingYet());

        var find = await places.OfAsync(open.Target.Campaign, ct);
        return new Page<SubmissionReceiptPage, HandInReceiptView>(
            200,
            open.Visit.Page,
            new(
                open.Target,
                found,
                find,
                [.. (found.Revision.Missing ?? []).Select(code => find(code)?.Name ?? new Text(code, code))],
                DueRules.Later(
                    found.Revision.DueAt,
                    DueRules.ExtendedTo(open.Target.Campaign, await receipts.ExtensionAsync(open.Target, found, ct))
                )
            )
        );
    }
}
