using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Web;
using CddFunctions.Web.Components;

namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>A form that was not taken: why, and what was typed into it.</summary>
/// <param name="Receipt">Of the hand-in whose form it was; null for the extension's.</param>
public sealed record Attempt(Problem Problem, string? Receipt = null, string? Reason = null, string? Until = null);

/// <param name="Attempt">The form that was just refused.</param>
/// <param name="Done">What the form before this page did.</param>
public sealed record HistoryView(
    Target Target, Obligation Row, HandInHistory History, HistoryPart Part, CallerRole Role, Func<string, Unit?> Place, Func<string?, string> Who,
    Attempt? Attempt, string? Done);

/// <summary>All that one unit handed in for one task, and what was decided.</summary>
public sealed class HistoryPages(Visits visits, ReadHistory history, ObligationLedger ledger, Places places, Senders senders)
{
    public async Task<IResult> ShowAsync(Address at, HistoryPart part, HttpContext http, CancellationToken ct)
    {
        if (visits.Refuse(at.Campaign, Path(at), http, out var visit, CallerRole.Admin, CallerRole.Viewer, CallerRole.Officer) is { } refusal)
            return refusal;

        return (await at.FindAsync(new(visit.Caller), Access.RefuseRead, ct)).IsRefused(out var unknown, out var target)
            ? Refuse(visit, unknown)
            : await PageAsync(visit, target, part, null, http.Request.Query[LocalAddress.Done], ct);
    }

    /// <summary>Below the programme's start page.</summary>
    public static string Path(Address at) => $"/tasks/{Uri.EscapeDataString(at.Task)}/units/{Uri.EscapeDataString(at.Unit)}/history";

    public static IResult Refuse(PageVisit visit, Problem problem) => problem.Status == StatusCodes.Status403Forbidden
        ? Message.Page(problem.Status, visit.Page, t => t.NoPage)
        : new Page<ProblemPage, ProblemView>(problem.Status, visit.Page, new(problem, Visits.Address(visit.Campaign.Id)));

    /// <param name="attempt">A form that was refused: the page then has the status of the refusal.</param>
    public async Task<IResult> PageAsync(PageVisit visit, Target target, HistoryPart part, Attempt? attempt, string? done, CancellationToken ct)
    {
        var (read, place) = (await history.RunAsync(target, visit.Caller, part, ct), await places.OfAsync(target.Campaign, ct));
        var row = (await ledger.RowsAsync(target.Campaign, ct)).First(r =>
            string.Equals(r.Task, target.Task.Id, StringComparison.Ordinal) && string.Equals(r.Unit, target.Unit.Code, StringComparison.Ordinal));
        return new Page<HistoryPage, HistoryView>(
            attempt?.Problem.Status ?? 200, visit.Page,
            new(
                target, row, read, part, visit.Caller.Role, place,
                await senders.OfAsync(visit.Page, target, read, place, ct),
                attempt, DoneNote.Words(visit.Page, target.Campaign, place, done)));
    }
}
