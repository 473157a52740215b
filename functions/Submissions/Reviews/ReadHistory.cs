using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.Reviews;

/// <summary>All that a unit handed in for a task; of a repeatable form one page of hand-ins.</summary>
/// <param name="Next">Give this as <c>after</c> to read on; null at the end.</param>
public sealed record SubmissionHistory(IReadOnlyList<Submission> HandIns, string? Next, Extension? Extension);

/// <param name="After">The <c>next</c> of the page before. <paramref name="Receipt"/> asks instead for the one submission whose
/// newest revision has this receipt.</param>
public sealed record HistoryPart(string? After = null, string? Receipt = null);

/// <summary>Every revision of a hand-in with its decision, as people read it.</summary>
public sealed class ReadHistory(SubmissionStore store, SubmissionAudit audit)
{
    private const int PerPage = 20;

    /// <summary>Viewers see the values and files of personal fields masked; for everybody else the reading leaves an entry.</summary>
    public async Task<SubmissionHistory> RunAsync(Target target, Caller caller, HistoryPart part, CancellationToken ct)
    {
        var history = await ReadAsync(target, SubmissionAudit.MaySeePersonal(caller), part, ct);
        await audit.ReadAsync(target, caller, history.HandIns.Count);
        return history;
    }

    private async Task<SubmissionHistory> ReadAsync(Target target, bool personal, HistoryPart part, CancellationToken ct)
    {
        if (!target.Form.Repeatable)
        {
            var own = (await store.FindAsync(target.Campaign, target.Id, ct))?.Value;
            return new(own is { Current: not null } ? [Shown(own, target, personal)] : [], null, own?.Extension);
        }

        var (page, next) = await PageAsync(target, part, ct);
        return new([.. page.Select(s => Shown(s.Value, target, personal))], next, await store.ExtensionAsync(target, null, ct));
    }

    private async Task<(IReadOnlyList<StoredSubmission> Page, string? Next)> PageAsync(
        Target target,
        HistoryPart part,
        CancellationToken ct
    )
    {
        if (part.Receipt is null)
            return await store.ListAsync(target.Campaign, target.Task.Id, target.Unit.Code, part.After, PerPage, ct);

        var one = await store.FindAsync(target, part.Receipt, ct);
        return (one is null ? [] : [one], null);
    }

    private static Submission Shown(Submission value, Target target, bool personal)
    {
        if (personal)
            return value;

        var form = RosterForms.AsHandIn(target).Fields;
        return value with
        {
            Revisions =
            [
                .. value.Revisions.Select(r =>
                    r with
                    {
                        Fields = PersonalFields.Hide(form, r.Fields),
                        Files = PersonalFields.Hide(form, r.Files),
                    }
                ),
            ],
        };
    }
}
