using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Web;
using CddFunctions.Web.Components;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Who came, for which task of which unit; or the page that says why not.</summary>
public sealed record Opened(IResult? Refusal, PageVisit Visit, Target Target);

/// <summary>The door of all pages of one hand-in: for the office that hands it in, and for administrators.</summary>
public sealed class HandInDoor(Visits visits)
{
    /// <param name="path">Of the page, below the hand-in's own address.</param>
    public async Task<Opened> OpenAsync(Address at, string path, HttpContext http, CancellationToken ct)
    {
        var here = HandInAddress.Below(at.Task, at.Unit) + path;
        if (visits.Refuse(at.Campaign, here, http, out var visit, CallerRole.Officer, CallerRole.Admin) is { } closed)
            return new(closed, visit, null!);
        if (!(await at.FindAsync(new(visit.Caller), Access.RefuseHandIn, ct)).IsRefused(out var refusal, out var target))
            return new(null, visit, target);

        Outcomes.Note(http, refusal);
        return new(
            refusal.Status == StatusCodes.Status403Forbidden ? Message.Page(refusal.Status, visit.Page, t => t.NoPage) : NotHere(visit, refusal),
            visit, null!);
    }

    public static IResult NotHere(PageVisit visit, Problem why) =>
        new Page<ProblemPage, ProblemView>(why.Status, visit.Page, new(why, Visits.Address(visit.Campaign.Id)));
}
