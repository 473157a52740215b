using System.Globalization;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>
/// Takes the decisions and extensions that an administrator posts, and takes them back. Success leads back to the page that had the form;
/// a refusal is shown on the history.
/// </summary>
public sealed class DecisionPages(HistoryPages pages, Review review, Extend extend, TakeBack takeBack, TakeBackExtension takeBackExtension)
{
    public async Task<IResult> ReviewAsync(PageVisit door, Target target, HttpContext http, CancellationToken ct)
    {
        var visit = AtHistory(door, target);
        var form = await http.Request.ReadFormAsync(ct);
        var accept = string.Equals(form["decision"], "accept", StringComparison.Ordinal);
        var reason = accept ? null : ReturnWords.Join(visit.Page.Texts<ReviewTexts>().Reasons, form["why"], form["more"]);
        var request = new ReviewRequest(accept ? ReviewDecision.Accept : ReviewDecision.Return, reason, form["receipt"].ToString());
        if (!(await review.RunAsync(target, visit.Caller, request, ct)).IsRefused(out var problem, out _))
            return Back(http, form, target, accept ? DoneNote.Accepted : DoneNote.Returned);

        return await pages.PageAsync(visit, target, new(), new(problem, request.Receipt, form["more"]), null, ct);
    }

    public async Task<IResult> TakeBackAsync(PageVisit door, Target target, HttpContext http, CancellationToken ct)
    {
        var visit = AtHistory(door, target);
        var form = await http.Request.ReadFormAsync(ct);
        var request = new TakeBackRequest(form["reason"].ToString().Trim(), form["receipt"].ToString());
        var taken = await takeBack.RunAsync(target, visit.Caller, request, DecidedAt(form["decided"]), ct);
        if (taken.IsRefused(out var problem, out var undone))
            return await pages.PageAsync(visit, target, new(), new(problem, request.Receipt, request.Reason), null, ct);

        var reopened = undone.Stored.Value.Current!.Reopened is not null;
        return Back(http, form, target, reopened ? DoneNote.Reopened : DoneNote.ReturnTakenBack);
    }

    public async Task<IResult> ExtendAsync(PageVisit door, Target target, HttpContext http, CancellationToken ct)
    {
        var visit = AtHistory(door, target);
        var form = await http.Request.ReadFormAsync(ct);
        var until = ExtensionFields.DateOf(form);
        var reason = form[ExtensionFields.Reason].ToString().Trim();
        if (ThaiDate.ParseAny(until) is not { } day)
            return await pages.PageAsync(visit, target, new(), new(NoDay(), Reason: reason, Until: until), null, ct);

        return (await extend.RunAsync(target, visit.Caller, new(day, reason), ct)).IsRefused(out var problem, out _)
            ? await pages.PageAsync(visit, target, new(), new(problem, Reason: reason, Until: until), null, ct)
            : Back(http, form, target, DoneNote.Extended);
    }

    public async Task<IResult> TakeBackExtensionAsync(PageVisit door, Target target, HttpContext http, CancellationToken ct)
    {
        var visit = AtHistory(door, target);
        var form = await http.Request.ReadFormAsync(ct);
        var request = new TakeBackExtensionRequest(ThaiDate.ParseAny(form["until"]) ?? default, form["reason"].ToString().Trim());
        return (await takeBackExtension.RunAsync(target, visit.Caller, request, ct)).IsRefused(out var problem, out _)
            ? await pages.PageAsync(visit, target, new(), new(problem, Attempt.OfExtension, request.Reason), null, ct)
            : Back(http, form, target, DoneNote.ExtensionTakenBack);
    }

    /// <summary>The visit as one of the history page, which shows the refused form again.</summary>
    private static PageVisit AtHistory(PageVisit visit, Target target) =>
        visit.At(HandInAddress.Below(target.Task.Id, target.Unit.Code) + "/history");

    private static IResult Back(HttpContext http, IFormCollection form, Target target, string deed) =>
        LocalAddress.Return(
            http.Response,
            LocalAddress.Check(form["back"], target.Campaign.Id, HandInAddress.History(target)),
            DoneNote.Of(deed, target.Task.Id, target.Unit.Code)
        );

    /// <summary>The instant of the decision that the form showed; null for what is none, which matches no decision.</summary>
    private static DateTimeOffset? DecidedAt(string? given) =>
        DateTimeOffset.TryParseExact(given, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private static Problem NoDay() =>
        SubmissionProblems.ExtensionRefused(
            new(
                "วันที่ไม่ถูกต้อง กรอกวัน เดือน และปี พ.ศ. เช่น ๓๐ กันยายน ๒๕๖๗",
                "That is no date. Give day, month and year, like 30 September 2024."
            )
        );
}
