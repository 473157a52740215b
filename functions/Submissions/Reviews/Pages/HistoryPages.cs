using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>A form that was refused: the refusal, and what was typed.</summary>
/// <param name="Receipt">Receipt that the refused form named; null for the form that grants an extension, and
/// <see cref="OfExtension"/> for the one that takes it back.</param>
public sealed record Attempt(Problem Problem, string? Receipt = null, string? Reason = null, string? Until = null)
{
    public const string OfExtension = "extension";
}

/// <param name="Attempt">The form that was just refused.</param>
/// <param name="Done">What the form before this page did.</param>
public sealed record HistoryView(
    Target Target,
    Obligation Row,
    SubmissionHistory History,
    HistoryPart Part,
    CallerRole Role,
    Func<string, Unit?> Place,
    Func<string?, string> Who,
    Attempt? Attempt,
    Done? Done
);

/// <summary>All that one unit handed in for one task, and what was decided.</summary>
public sealed class HistoryPages(ReadHistory history, ObligationLedger ledger, Places places, Senders senders)
{
    public Task<IResult> ShowAsync(PageVisit visit, Target target, HistoryPart part, HttpContext http, CancellationToken ct) =>
        PageAsync(visit, target, part, null, http.Request.Query[LocalAddress.Done], ct);

    /// <param name="attempt">A form that was refused: the page then has the status of the refusal.</param>
    public async Task<IResult> PageAsync(
        PageVisit visit,
        Target target,
        HistoryPart part,
        Attempt? attempt,
        string? done,
        CancellationToken ct
    )
    {
        var read = await history.RunAsync(target, visit.Caller, part, ct);
        var place = await places.OfAsync(target.Campaign, ct);
        var row = await ledger.RowAsync(target, ct);
        return new Page<HistoryPage, HistoryView>(
            attempt?.Problem.Status ?? 200,
            visit.Page,
            new(
                target,
                row,
                read,
                part,
                visit.Caller.Role,
                place,
                await senders.OfAsync(visit.Page, target, read, place, ct),
                attempt,
                DoneNote.Read(visit.Page, target.Campaign, place, done)
            )
        );
    }
}
