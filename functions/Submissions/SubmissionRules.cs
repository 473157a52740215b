using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Reviews;

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

    /// <summary>
    /// A new revision: until the submission is accepted, and in time. One that was asked for by a return is always in time
    /// (docs/rules.md 2.3, rules 1 and 3).
    /// </summary>
    public static Problem? RefuseRevision(Target target, Submission? stored, Extension? extension, DateTimeOffset now) =>
        stored?.Current switch
        {
            null => SubmissionProblems.NothingYet(),
            { Decision.Accepted: true } => SubmissionProblems.AlreadyAccepted(),
            { Decision.Accepted: false } or { Reopened: not null } => null,
            _ => RevisableUntil(target, stored, extension) is { } end && DueRules.IsPast(end, now)
                ? SubmissionProblems.RevisionClosed(end)
                : null,
        };

    /// <summary>Whichever comes next: the first hand-in, or a revision. For what is prepared before it.</summary>
    public static Problem? RefuseAny(Target target, Submission? stored, DateTimeOffset now) =>
        stored?.Current is null
            ? RefuseFirst(target, stored, stored?.Extension, now)
            : RefuseRevision(target, stored, stored.Extension, now);

    /// <summary>
    /// A list of people, without handing it in. The office changes it for as long as it can hand it in; the province corrects it until
    /// it is frozen, and afterwards where it has returned the list or extended the task.
    /// </summary>
    public static Problem? RefuseList(Target target, Submission? stored, bool byProvince, DateTimeOffset now)
    {
        if (!byProvince)
            return RefuseAny(target, stored, now);

        var frozen = DueRules.FrozenAt(target.Campaign, target.Task);
        var end = frozen is null ? null : DueRules.Later(frozen, DueRules.ExtendedTo(target.Campaign, stored?.Extension));
        return
            end is { } last && DueRules.IsPast(last, now) && stored?.Current is not ({ Decision.Accepted: false } or { Reopened: not null })
            ? SubmissionProblems.RevisionClosed(last)
            : null;
    }

    /// <summary>
    /// When the task closes; where late hand-ins are taken without end, the due instant for one that was on time: nothing is put in its
    /// place under that mark afterwards.
    /// </summary>
    private static DateTimeOffset? RevisableUntil(Target target, Submission stored, Extension? extension)
    {
        if (DueRules.ClosesAt(target.Campaign, target.Task, extension) is { } closes)
            return closes;

        var first = stored.Revisions[0];
        var extended = DueRules.ExtendedTo(target.Campaign, extension);
        return DueRules.OnTime(first.SubmittedAt, first.DueAt, extended) is true ? DueRules.Later(first.DueAt, extended) : null;
    }

    public static Problem? RefuseDecision(Submission stored, bool accept, string? reason)
    {
        if ((!accept || reason is not null) && !TypedText.IsReason(reason))
            return SubmissionProblems.ReasonMissing();
        if (stored.Current is null)
            return SubmissionProblems.NothingYet();
        return stored.Current.Decision is null ? null : SubmissionProblems.AlreadyDecided();
    }

    /// <summary>
    /// A return can be taken back while nothing new was handed in, and an acceptance until a round that uses it has opened
    /// (docs/rules.md 2.3, rule 5).
    /// </summary>
    public static Problem? RefuseTakeBack(Target target, Submission stored, string? reason, DateTimeOffset now)
    {
        if (!TypedText.IsReason(reason))
            return SubmissionProblems.ReasonMissing();
        if (stored.Current is not { } current)
            return SubmissionProblems.NothingYet();
        if (current.Decision is not { } decision)
            return TakeBackProblems.NotDecided();
        return decision.Accepted ? RefuseReopen(target, now) : null;
    }

    public static Problem? RefuseReopen(Target target, DateTimeOffset now) =>
        RoundRules.FirstUse(target.Campaign, target.Task) is { } use && use.HasOpened(now)
            ? TakeBackProblems.RoundOpened(use.Round, use.OpensAt)
            : null;

    /// <summary>An extension can be taken back until something came after the due instant that it moved.</summary>
    public static Problem? RefuseTakeBackExtension(Extension? extension, Obligation row, string? reason)
    {
        if (!TypedText.IsReason(reason))
            return SubmissionProblems.ReasonMissing();
        if (extension is null)
            return TakeBackProblems.NotExtended();
        return row is { SubmittedAt: { } first, DueAt: { } due } && DueRules.IsPast(due, first) ? TakeBackProblems.ExtensionUsed() : null;
    }

    public static Problem? RefuseExtension(Target target, DateOnly until, string reason, DateTimeOffset now)
    {
        if (!TypedText.IsReason(reason))
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
