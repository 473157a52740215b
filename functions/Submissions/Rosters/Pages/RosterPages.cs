using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Fields.Pages;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <param name="Closed">Why this reader can change nothing; null = the list can be changed.</param>
public sealed record RosterView(RosterTarget Found, RosterStanding Standing, RosterSheetView Sheet, FieldScope Scope, Problem? Closed)
{
    public bool Locked => Closed is not null;
}

/// <summary>The list of one unit: shown, typed, pasted or sent as a workbook, checked, and only then saved.</summary>
public sealed class RosterPages(ReadRoster read, PutRoster put, RosterWorkbooks workbooks, Places places, SubmissionAudit audit)
{
    private const string Saved = "saved";

    /// <summary>Who came to which list, and how it stood then.</summary>
    private sealed record Desk(PageVisit Visit, RosterTarget Found, RosterStanding Standing, Problem? Closed);

    public async Task<IResult> ShowAsync(PageVisit visit, RosterTarget found, string? done, CancellationToken ct)
    {
        var desk = await EnterAsync(visit, found, ct);
        return await PageAsync(200, desk, Standing(desk) with { Notice = done is Saved ? RosterNotice.Saved : RosterNotice.None }, ct);
    }

    public async Task<IResult> PostAsync(PageVisit visit, RosterTarget found, HttpContext http, CancellationToken ct)
    {
        var desk = await EnterAsync(visit, found, ct);
        if (desk.Closed is { } closed)
            return await RefusedAsync(desk, Standing(desk), closed, ct);

        // What was pasted or sent is only shown, whichever button was pressed.
        var post = await RosterPost.ReadAsync(http.Request, desk.Found, workbooks, ct);
        if (post.Refusal is { } refusal)
            return await RefusedAsync(desk, Typed(desk, post, []) with { Paste = post.Paste }, refusal, ct);

        return post.Save ? await SaveAsync(desk, post, http.Response, ct) : await CheckAsync(desk, post, ct);
    }

    private async Task<IResult> CheckAsync(Desk desk, RosterPost post, CancellationToken ct)
    {
        var faults = new FieldFaults();
        var entries = await put.ReadAsync(desk.Found, RosterForm.ToSheet(post.Lines, desk.Found.Table), faults, ct);
        if (!faults.None)
            return await RefusedAsync(desk, Typed(desk, post, entries), SubmissionProblems.RulesBroken(faults.All), ct);

        // Without a fault the inputs show what would be saved: numbers in their stored form, and no empty rows between people.
        var kept = post with
        {
            Lines = RosterForm.Kept(entries, desk.Found.Table, desk.Found.Target.Campaign.Definition),
        };
        return await PageAsync(200, desk, Typed(desk, kept, entries) with { Notice = RosterNotice.Checked }, ct);
    }

    private async Task<IResult> SaveAsync(Desk desk, RosterPost post, HttpResponse response, CancellationToken ct)
    {
        var sheet = RosterForm.ToSheet(post.Lines, desk.Found.Table);
        var outcome = await put.RunAsync(
            desk.Found,
            desk.Visit.Caller,
            sheet,
            new(),
            now => string.Equals(now ?? "", post.Version, StringComparison.Ordinal),
            ct
        );
        if (!outcome.IsRefused(out var refusal, out _))
            return LocalAddress.Return(response, Address(desk.Found), Saved);

        var entries = await put.ReadAsync(desk.Found, sheet, new(), ct);
        if (refusal.Status is not StatusCodes.Status412PreconditionFailed)
            return await RefusedAsync(desk, Typed(desk, post, entries), refusal, ct);

        // The page shows the list that somebody else saved, compared with what was typed. It also takes over the version of that list, so
        // a second save replaces it knowingly.
        var theirs = await read.RunAsync(desk.Found, ct);
        var both = RosterSheetView.Of(
            desk.Found.Table,
            post.Lines,
            entries,
            theirs.Entries,
            RosterBasis.SomebodyElse,
            theirs.Version ?? ""
        );
        return await RefusedAsync(desk with { Standing = theirs }, both, refusal, ct);
    }

    private static RosterSheetView Standing(Desk desk)
    {
        var table = desk.Found.Table;
        var s = desk.Standing;
        var lines = RosterForm.Kept(s.Entries, table, desk.Found.Target.Campaign.Definition);
        return s is { Accepted: true, Before: { } before }
            ? RosterSheetView.Of(table, lines, s.Entries, before, RosterBasis.BeforeAcceptance, s.Version ?? "")
            : RosterSheetView.Of(table, lines, s.Entries, s.Baseline, RosterBasis.Accepted, s.Version ?? "");
    }

    private static RosterSheetView Typed(Desk desk, RosterPost post, IReadOnlyList<JsonObject> entries) =>
        RosterSheetView.Of(desk.Found.Table, post.Lines, entries, desk.Standing.Baseline, RosterBasis.Accepted, post.Version);

    private async Task<Desk> EnterAsync(PageVisit visit, RosterTarget found, CancellationToken ct)
    {
        var standing = await read.RunAsync(found, ct);
        var shown = found with { Table = RosterForms.Shown(found.Table, standing.Baseline.Count > 0) };
        return new(visit, shown, standing, await put.RefuseAsync(found, visit.Caller, ct));
    }

    private Task<IResult> RefusedAsync(Desk desk, RosterSheetView sheet, Problem refusal, CancellationToken ct) =>
        PageAsync(refusal.Status, desk, sheet with { Refusal = refusal }, ct);

    private async Task<IResult> PageAsync(int status, Desk desk, RosterSheetView sheet, CancellationToken ct)
    {
        if (desk.Standing.Version is not null)
            await audit.RosterReadAsync(desk.Found, desk.Visit.Caller);

        var target = desk.Found.Target;
        var scope = new FieldScope(target.Campaign, desk.Visit.Page.English)
        {
            Units = await places.AroundAsync(target.Campaign, target.Unit, ct),
            Errors = sheet.Faults,
        };
        return new Page<RosterPage, RosterView>(status, desk.Visit.Page, new(desk.Found, desk.Standing, sheet, scope, desk.Closed))
        {
            Refusal = sheet.Refusal,
        };
    }

    public static string Address(RosterTarget found) =>
        Visits.Address(found.Target.Campaign.Id)
        + $"/rosters/{Uri.EscapeDataString(found.Roster.Id)}/{Uri.EscapeDataString(found.Target.Unit.Code)}";
}
