using System.Globalization;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions;

/// <summary>
/// Audit entries about submissions and rosters: who did what with which one and when, never what is in it. An entry is stored
/// together with the document that its act writes.
/// </summary>
public sealed class SubmissionAudit(AuditTrail audit)
{
    /// <remarks>
    /// A hand-in without a name leaves no entry: the numbers and times of the entries before and after it would tell the
    /// minute, which the hand-in itself does not keep. Its review leaves one, like any other.
    /// </remarks>
    public Deed? Kept(Target target, Caller caller, Revision revision) =>
        target.Form.Anonymous ? null : Of(target, caller, revision.Number > 1 ? AuditDeed.Revised : AuditDeed.HandedIn, Which(revision));

    public Deed Decided(Target target, Caller caller, Revision decided) =>
        Of(target, caller, decided.Decision!.Accepted ? AuditDeed.Accepted : AuditDeed.Returned, Which(decided));

    public Deed TakenBack(Target target, Caller caller, Revision revision, Decision decision) =>
        Of(target, caller, decision.Accepted ? AuditDeed.Reopened : AuditDeed.ReturnTakenBack, Which(revision));

    public Deed Extended(Target target, Caller caller, Extension extension) => Of(target, caller, AuditDeed.Extended, Until(extension));

    public Deed ExtensionTakenBack(Target target, Caller caller, Extension extension) =>
        Of(target, caller, AuditDeed.ExtensionTakenBack, Until(extension));

    public Deed RosterPut(RosterTarget found, Caller caller, RosterAnswer answer) =>
        audit.Of(
            found.Target.Campaign.Id,
            caller,
            AuditDeed.RosterPut,
            IdOf(found),
            string.Create(CultureInfo.InvariantCulture, $"rows={answer.Entries.Count} changes={answer.Changes.Count}")
        );

    /// <summary>Leaves an entry when the form asks for personal data and the reader may see it.</summary>
    /// <param name="count">How many hand-ins are read at once, of a repeatable form.</param>
    public Task ReadAsync(Target target, Caller caller, int count) =>
        count > 0 && MaySeePersonal(caller) && PersonalFields.AreIn(RosterForms.AsHandIn(target).Fields)
            ? audit.AppendAsync(
                target.Campaign.Id,
                caller,
                AuditDeed.SubmissionRead,
                target.Id,
                string.Create(CultureInfo.InvariantCulture, $"count={count}")
            )
            : Task.CompletedTask;

    /// <summary>Leaves an entry when the file is of a personal field.</summary>
    public Task FileReadAsync(Target target, Caller caller, AttachedFile file, string field) =>
        PersonalFields.IsPersonal(RosterForms.AsHandIn(target).Fields, field)
            ? audit.AppendAsync(target.Campaign.Id, caller, AuditDeed.FileRead, target.Id, $"upload={file.UploadId}")
            : Task.CompletedTask;

    public Task RosterReadAsync(RosterTarget found, Caller caller) =>
        audit.AppendAsync(found.Target.Campaign.Id, caller, AuditDeed.RosterRead, IdOf(found));

    public static bool MaySeePersonal(Caller caller) => caller.Role is not CallerRole.Viewer;

    private Deed Of(Target target, Caller caller, AuditDeed what, string detail) =>
        audit.Of(target.Campaign.Id, caller, what, target.Id, detail);

    private static string Until(Extension extension) => $"until={extension.Until:yyyy-MM-dd}";

    private static string IdOf(RosterTarget found) => $"{found.Roster.Id}:{found.Target.Unit.Code}";

    private static string Which(Revision revision) =>
        string.Create(CultureInfo.InvariantCulture, $"receipt={revision.Receipt} revision={revision.Number}");
}
