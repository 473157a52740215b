using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.HandIns;

namespace CddFunctions.Submissions;

/// <param name="Next">Give this as <c>after</c> to read on; absent at the end.</param>
public sealed record SubmissionPage(IReadOnlyList<SubmissionView> Submissions, string? Next);

/// <summary>What a unit has handed in: the one hand-in, or of a repeatable form a page of them.</summary>
/// <param name="Personal">False hides the values of personal fields.</param>
public sealed record SubmissionsRead(StoredSubmission? One, SubmissionPage? Page, Extension? Extension, bool Personal);

/// <summary>The current hand-in; for a repeatable form a page of all. Reading personal data leaves an entry.</summary>
public sealed class ReadSubmissions(SubmissionStore store, SubmissionAudit audit)
{
    private const int MostPerPage = 100;

    public async Task<Outcome<SubmissionsRead>> RunAsync(Target target, Caller caller, string? after, int? limit, CancellationToken ct)
    {
        var personal = SubmissionAudit.MaySeePersonal(caller);
        if (!target.Form.Repeatable)
        {
            if (await store.FindAsync(target.Campaign, target.Id, ct) is not { Value.Current: not null } found)
                return SubmissionProblems.NothingYet();

            await audit.ReadAsync(target, caller, 1);
            return new SubmissionsRead(found, null, found.Value.Extension, personal);
        }

        var (page, next) = await store.ListAsync(
            target.Campaign,
            target.Task.Id,
            target.Unit.Code,
            after,
            Math.Clamp(limit ?? MostPerPage, 1, MostPerPage),
            ct
        );
        await audit.ReadAsync(target, caller, page.Count);
        var extension = await store.ExtensionAsync(target, null, ct);
        var views = page.Select(s => SubmissionResult.View(s.Value, target, extension, personal) with { ETag = $"\"{s.Tag}\"" });
        return new SubmissionsRead(null, new([.. views], next), extension, personal);
    }
}
