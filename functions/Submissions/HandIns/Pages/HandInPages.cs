using CddFunctions.Platform;
using CddFunctions.Submissions.Reviews;
using CddFunctions.Web;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>The page on which an office sees what a task wants of it and hands it in.</summary>
public sealed class HandInPages(ReadStanding standings, HandInViews views, ReadPageForm posted, SendHandIn send, SubmissionAudit audit)
{
    public async Task<IResult> ShowAsync(Opened open, string? after, CancellationToken ct)
    {
        var standing = await standings.RunAsync(open.Target, open.Visit.Caller, ct);
        await audit.ReadAsync(open.Target, open.Visit.Caller, standing.Stored?.Value.Current is null ? 0 : 1);
        return await PageAsync(200, open, standing, FormState.Of(standing.Stored), null, after, ct);
    }

    /// <summary>Hands in the posted form. Success leads to the receipt; a refusal shows the page again with all that was typed.</summary>
    public async Task<IResult> SendAsync(Opened open, HttpContext http, CancellationToken ct)
    {
        var target = open.Target;
        var caller = open.Visit.Caller;
        if ((await posted.ReadAsync(target, caller, http.Request, ct)).IsRefused(out var unread, out var draft))
            return await RefusedAsync(open, FormState.Of(null), unread, ct);
        if (draft.Add is not null)
            return await PageAsync(200, open, await standings.RunAsync(target, caller, ct), draft, Unkept(draft), null, ct);
        if ((await send.RunAsync(target, caller, draft, ct)).IsRefused(out var refusal, out var taken))
            return await RefusedAsync(open, draft, refusal, ct);

        return LocalAddress.SeeOther(http.Response, HandInAddress.Receipt(target, taken.Answer.Receipt));
    }

    /// <summary>
    /// Faults of files when the form only asks for more lines. It hands nothing in then, but a refused file is lost and has to be named.
    /// </summary>
    private static Problem? Unkept(FormState draft) => draft.Errors.Count > 0 ? SubmissionProblems.RulesBroken(draft.Errors) : null;

    private async Task<IResult> RefusedAsync(Opened open, FormState draft, Problem refusal, CancellationToken ct)
    {
        var standing = await standings.RunAsync(open.Target, open.Visit.Caller, ct);
        return await PageAsync(refusal.Status, open, standing, SendHandIn.Renewed(draft, refusal, standing), refusal, null, ct);
    }

    private async Task<IResult> PageAsync(
        int status,
        Opened open,
        Standing standing,
        FormState draft,
        Problem? refusal,
        string? after,
        CancellationToken ct
    ) =>
        new Page<HandInPage, HandInView>(status, open.Visit.Page, await views.OfAsync(open, standing, draft, refusal, after, ct))
        {
            SendsFiles = true,
            Refusal = status < 400 ? null : refusal,
        };
}
