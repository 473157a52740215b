using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Pages.Rosters;

/// <summary>The list of one unit: shown, typed, pasted or sent as a workbook, checked, and only then saved.</summary>
public sealed class RosterPages(Visits visits, ReadRoster read, PutRoster put, SubmissionAudit audit)
{
    public Task<IResult> ShowAsync(RosterAddress at, bool saved, HttpContext http, CancellationToken ct) => EnterAsync(at, http, async (visit, found) =>
    {
        var standing = await read.RunAsync(found, ct);
        return await PageAsync(200, visit, found, standing, Standing(found, standing) with { Notice = saved ? RosterNotice.Saved : RosterNotice.None });
    }, ct);

    public Task<IResult> PostAsync(RosterAddress at, HttpContext http, CancellationToken ct) => EnterAsync(at, http, async (visit, found) =>
    {
        if (!http.Request.HasFormContentType)
            return CommonProblems.WrongContent().ToResult();

        var standing = await read.RunAsync(found, ct);
        if (standing.Accepted && visit.Caller.Role is not CallerRole.Admin)
            return await PageAsync(409, visit, found, standing, Standing(found, standing) with { Refusal = SubmissionProblems.AlreadyAccepted() });

        return await TakeAsync(visit, found, standing, await RosterPost.ReadAsync(http.Request, found, ct), ct);
    }, ct);

    /// <summary>What was pasted or sent is only shown, whichever button was pressed; what stands in the inputs is saved when that is asked.</summary>
    private async Task<IResult> TakeAsync(Visit visit, RosterTarget found, RosterStanding standing, RosterPost post, CancellationToken ct)
    {
        if (!post.Faults.None)
        {
            var unread = RosterSheetView.Of(found.Table, post.Lines, [], [], RosterBasis.None, post.Version);
            return await PageAsync(422, visit, found, standing, unread with { Paste = post.Paste, Refusal = SubmissionProblems.RulesBroken(post.Faults.All) });
        }

        var (sheet, faults) = (RosterForm.ToSheet(post.Lines, found.Table), new FieldFaults());
        if (post.Save)
            return await SaveAsync(visit, found, standing, post, sheet, ct);

        var view = Typed(found, standing, post, await put.ReadAsync(found, sheet, faults, ct));
        return faults.None
            ? await PageAsync(200, visit, found, standing, view with { Notice = RosterNotice.Checked })
            : await PageAsync(422, visit, found, standing, view with { Refusal = SubmissionProblems.RulesBroken(faults.All) });
    }

    private async Task<IResult> SaveAsync(
        Visit visit, RosterTarget found, RosterStanding standing, RosterPost post, RosterWorkbook.Sheet sheet, CancellationToken ct)
    {
        var outcome = await put.RunAsync(found, visit.Caller, sheet, new(), now => string.Equals(now ?? "", post.Version, StringComparison.Ordinal), ct);
        if (!outcome.IsRefused(out var refusal, out _))
            return new SeeOther(Address(found) + "?saved=1");

        var entries = await put.ReadAsync(found, sheet, new(), ct);
        if (refusal.Status is not StatusCodes.Status412PreconditionFailed)
            return await PageAsync(refusal.Status, visit, found, standing, Typed(found, standing, post, entries) with { Refusal = refusal });

        // Theirs is shown against what was typed here; from now on this page has shown it, so saving again replaces it knowingly.
        var theirs = await read.RunAsync(found, ct);
        var both = RosterSheetView.Of(found.Table, post.Lines, entries, theirs.Entries, RosterBasis.SomebodyElse, theirs.Version ?? "");
        return await PageAsync(412, visit, found, theirs, both with { Refusal = refusal });
    }

    private static RosterSheetView Standing(RosterTarget found, RosterStanding s)
    {
        var lines = RosterForm.Kept(s.Entries, found.Table, found.Target.Campaign.Definition);
        return s is { Accepted: true, Before: { } before }
            ? RosterSheetView.Of(found.Table, lines, s.Entries, before, RosterBasis.BeforeAcceptance, s.Version ?? "")
            : RosterSheetView.Of(found.Table, lines, s.Entries, s.Baseline, RosterBasis.Accepted, s.Version ?? "");
    }

    private static RosterSheetView Typed(RosterTarget found, RosterStanding standing, RosterPost post, IReadOnlyList<JsonObject> entries) =>
        RosterSheetView.Of(found.Table, post.Lines, entries, standing.Baseline, RosterBasis.Accepted, post.Version);

    private async Task<IResult> EnterAsync(RosterAddress at, HttpContext http, Func<Visit, RosterTarget, Task<IResult>> inside, CancellationToken ct)
    {
        if (visits.Refuse(at.Campaign, Path(at.Roster, at.Unit), http, out var visit, CallerRole.Officer, CallerRole.Admin) is { } refusal)
            return refusal;

        return (await at.FindAsync(new(visit.Caller), RosterEndpoints.RefusePersonal, ct)).IsRefused(out var problem, out var found)
            ? NotePage.Of(visit, problem)
            : await inside(visit, found);
    }

    private async Task<IResult> PageAsync(int status, Visit visit, RosterTarget found, RosterStanding standing, RosterSheetView sheet)
    {
        if (standing.Version is not null)
            await audit.RosterReadAsync(found, visit.Caller);

        return new Page<RosterPage>(
            status, visit.Page,
            (nameof(RosterPage.Found), found),
            (nameof(RosterPage.Standing), standing),
            (nameof(RosterPage.Sheet), sheet),
            (nameof(RosterPage.Locked), standing.Accepted && visit.Caller.Role is not CallerRole.Admin));
    }

    public static string Address(RosterTarget found) => Visits.Address(found.Target.Campaign.Id) + Path(found.Roster.Id, found.Target.Unit.Code);

    private static string Path(string roster, string unit) => $"/rosters/{Uri.EscapeDataString(roster)}/{Uri.EscapeDataString(unit)}";
}
