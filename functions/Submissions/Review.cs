using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions;

public enum ReviewDecision
{
    Accept,
    Return,
}

/// <param name="Receipt">Which hand-in of a repeatable form; not needed otherwise.</param>
public sealed record ReviewRequest(ReviewDecision Decision, string? Reason = null, string? Receipt = null);

/// <summary>The province accepts the current revision, or returns it with a reason the office can act on.</summary>
public sealed class Review(SubmissionStore store, HandInRoster roster, SubmissionAudit audit, TimeProvider clock)
{
    public async Task<IResult> RunAsync(Target target, Caller caller, ReviewRequest request, IfMatch ifMatch, CancellationToken ct)
    {
        if (await FindAsync(target, request.Receipt, ct) is not { } before)
            return SubmissionProblems.NothingYet().ToResult();

        // A crash after an acceptance may have left its roster behind: whoever asks again mends it.
        if (before.Value.Current is { Decision.Accepted: true } done)
            await roster.AcceptAsync(target, done, ct);

        var accept = request.Decision is ReviewDecision.Accept;
        if (SubmissionRules.RefuseDecision(before.Value, accept, request.Reason) is { } refusal)
            return refusal.ToResult();
        if (!ifMatch.Matches(before.Version))
            return SubmissionProblems.Stale().ToResult();

        var decision = new Decision(accept, request.Reason, clock.GetUtcNow(), caller.Link ?? caller.Subject);
        var decided = before.Value.Current! with { Decision = decision };
        var value = before.Value with { Revisions = [.. before.Value.Revisions.SkipLast(1), decided] };
        if (await store.TryWriteAsync(target.Campaign, before.Id, before, value, ct) is not { } version)
            return SubmissionProblems.Stale().ToResult();
        await audit.DecidedAsync(target, caller, decided);
        if (accept)
            await roster.AcceptAsync(target, decided, ct);

        return new SubmissionResult(new(before.Id, version, value), target, await store.ExtensionAsync(target, value, ct), personal: true);
    }

    private async Task<StoredSubmission?> FindAsync(Target target, string? receipt, CancellationToken ct)
    {
        if (!target.Form.Repeatable)
            return await store.FindAsync(target.Campaign, target.Id, ct);

        return await store.EachAsync(target.Campaign, target.Task.Id, target.Unit.Code, ct)
            .FirstOrDefaultAsync(s => string.Equals(s.Value.Current?.Receipt, receipt, StringComparison.Ordinal), ct);
    }
}
