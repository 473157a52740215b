
namespace CddFunctions.Submissions;

/// <param name="Next">Give this as <c>after</c> to read on; absent at the end.</param>
public sealed record SubmissionPage(IReadOnlyList<SubmissionView> Submissions, string? Next);

/// <summary>GET: the current hand-in with its ETag; for a repeatable form a page of all.</summary>
public sealed class ReadSubmissions(SubmissionStore store)
{
    private const int MostPerPage = 100;

    public async Task<IResult> RunAsync(Target target, bool personal, string? after, int? limit, CancellationToken ct)
    {
        if (!target.Form.Repeatable)
        {
            return await store.FindAsync(target.Campaign, target.Id, ct) is { Value.Current: not null } found
                ? new SubmissionResult(found, target, found.Value.Extension, personal)
                : SubmissionProblems.NothingYet().ToResult();
        }

        var (page, next) = await store.ListAsync(
            target.Campaign, target.Task.Id, target.Unit.Code, after, Math.Clamp(limit ?? MostPerPage, 1, MostPerPage), ct);
        var extension = await store.ExtensionAsync(target, null, ct);
        return TypedResults.Ok(new SubmissionPage([.. page.Select(s => SubmissionResult.View(s.Value, target, extension, personal) with { ETag = $"\"{s.Version}\"" })], next));
    }
}
