using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions;

/// <summary>Pure: whether a hand-in, a revision or a decision is possible in the state things are in. Null means allowed.</summary>
public static class SubmissionRules
{
    /// <summary>The first hand-in of a unit: once, before the task closes, on a form that has been issued.</summary>
    public static Problem? RefuseFirst(Target target, Submission? stored, Extension? extension, DateTimeOffset now)
    {
        if (target.Form.FieldsBasis is FieldsBasis.Awaited)
            return SubmissionProblems.FormAwaited();
        if (stored?.Current is { Decision.Accepted: true })
            return SubmissionProblems.AlreadyAccepted();
        if (stored?.Current is not null)
            return SubmissionProblems.AlreadySubmitted();

        return DueRules.ClosesAt(target.Campaign, target.Task, extension) is { } closes && DueRules.IsPast(closes, now)
            ? SubmissionProblems.Closed(closes)
            : null;
    }

    /// <summary>A new revision is possible until the submission is accepted. No date closes it, so the office can always mend it.</summary>
    public static Problem? RefuseRevision(Submission? stored) =>
        stored?.Current switch
        {
            null => SubmissionProblems.NothingYet(),
            { Decision.Accepted: true } => SubmissionProblems.AlreadyAccepted(),
            _ => null,
        };

    public static Problem? RefuseDecision(Submission stored, bool accept, string? reason)
    {
        if (!accept && string.IsNullOrWhiteSpace(reason))
            return SubmissionProblems.ReasonMissing();
        if (reason?.Length > 1000)
            return SubmissionProblems.ReasonMissing();
        if (stored.Current is null)
            return SubmissionProblems.NothingYet();
        return stored.Current.Decision is null ? null : SubmissionProblems.AlreadyDecided();
    }

    public static Problem? RefuseExtension(Target target, DateOnly until, string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1000)
            return SubmissionProblems.ReasonMissing();
        if (target.Campaign.DueOf(target.Task) is not { } due)
            return SubmissionProblems.ExtensionRefused(new("งานนี้ไม่มีกำหนดส่ง", "The task has no due date."));
        if (until <= due.LastDay)
            return SubmissionProblems.ExtensionRefused(new("วันใหม่ต้องหลังวันครบกำหนดเดิม", "The new day must be after the due day."));
        if (until < Bangkok.DateOf(now))
            return SubmissionProblems.ExtensionRefused(new("วันใหม่ผ่านไปแล้ว", "The new day has passed."));
        return until > due.LastDay.AddDays(366)
            ? SubmissionProblems.ExtensionRefused(new("ขยายได้ไม่เกิน ๑ ปี", "At most one year after the due day."))
            : null;
    }
}
