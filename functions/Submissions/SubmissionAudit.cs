using System.Globalization;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions;

/// <summary>What is written down about hand-ins and rosters: who, when, which, never what is in them.</summary>
public sealed class SubmissionAudit(AuditTrail audit)
{
    /// <remarks>
    /// A hand-in without a name leaves no entry: the numbers and times of the entries before and after it would tell the
    /// minute, which the hand-in itself does not keep. Its review leaves one, like any other.
    /// </remarks>
    /// <param name="again">It came under a key that was known: the entry of the first time may have been missed then.</param>
    public Task KeptAsync(Target target, Caller caller, Revision revision, bool again)
    {
        if (target.Form.Anonymous)
            return Task.CompletedTask;

        var what = again ? AuditDeed.HandedInAgain : revision.Number > 1 ? AuditDeed.Revised : AuditDeed.HandedIn;
        return AppendAsync(target, caller, what, Which(revision));
    }

    public Task DecidedAsync(Target target, Caller caller, Revision decided) =>
        AppendAsync(target, caller, decided.Decision!.Accepted ? AuditDeed.Accepted : AuditDeed.Returned, Which(decided));

    public Task ExtendedAsync(Target target, Caller caller, Extension extension) =>
        AppendAsync(target, caller, AuditDeed.Extended, $"until={extension.Until:yyyy-MM-dd}");

    /// <summary>Leaves an entry when the form asks for personal data and the reader may see it.</summary>
    /// <param name="count">How many hand-ins are read at once, of a repeatable form.</param>
    public Task ReadAsync(Target target, Caller caller, int count) =>
        count > 0 && MaySeePersonal(caller) && PersonalFields.AreIn(RosterForms.AsHandIn(target).Fields)
            ? AppendAsync(target, caller, AuditDeed.SubmissionRead, string.Create(CultureInfo.InvariantCulture, $"count={count}"))
            : Task.CompletedTask;

    /// <summary>Leaves an entry when the file is of a personal field.</summary>
    public Task FileReadAsync(Target target, Caller caller, AttachedFile file, string field) =>
        PersonalFields.IsPersonal(RosterForms.AsHandIn(target).Fields, field)
            ? AppendAsync(target, caller, AuditDeed.FileRead, $"upload={file.UploadId}")
            : Task.CompletedTask;

    public Task RosterPutAsync(RosterTarget found, Caller caller, RosterAnswer answer) => AppendAsync(
        found, caller, AuditDeed.RosterPut, string.Create(CultureInfo.InvariantCulture, $"rows={answer.Entries.Count} changes={answer.Changes.Count}"));

    public Task RosterReadAsync(RosterTarget found, Caller caller) => AppendAsync(found, caller, AuditDeed.RosterRead, "");

    public static bool MaySeePersonal(Caller caller) => caller.Role is not CallerRole.Viewer;

    private Task<AuditEntry> AppendAsync(Target target, Caller caller, AuditDeed what, string detail) =>
        audit.AppendAsync(target.Campaign.Id, caller, what, target.Id, detail);

    private Task<AuditEntry> AppendAsync(RosterTarget found, Caller caller, AuditDeed what, string detail) =>
        audit.AppendAsync(found.Target.Campaign.Id, caller, what, $"{found.Roster.Id}:{found.Target.Unit.Code}", detail);

    private static string Which(Revision revision) => string.Create(CultureInfo.InvariantCulture, $"receipt={revision.Receipt} revision={revision.Number}");
}
