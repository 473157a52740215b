using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.HandIns;

namespace CddFunctions.Submissions.Reviews;

public enum ReviewDecision
{
    Accept,
    Return,
}

/// <param name="Receipt">Which hand-in of a repeatable form; not needed otherwise.</param>
public sealed record ReviewRequest(ReviewDecision Decision, string? Reason = null, string? Receipt = null)
{
    public string? Reason { get; } = TypedText.Lines(Reason);
}

/// <summary>A hand-in after its decision.</summary>
/// <param name="Extension">The unit's extension; on a repeatable form it is stored apart from the submission.</param>
public sealed record Reviewed(StoredSubmission Stored, Extension? Extension);

/// <summary>The province accepts the current revision, or returns it with a reason the office can act on.</summary>
public sealed class Review(SubmissionStore store, HandInRoster roster, SubmissionAudit audit, TimeProvider clock)
{
    public Task<Outcome<Reviewed>> RunAsync(Target target, Caller caller, ReviewRequest request, IfMatch ifMatch, CancellationToken ct) =>
        RunAsync(target, caller, request, seen => ifMatch.Matches(seen.Tag), ct);

    /// <summary>Decides the very revision that was shown: the one with the receipt that the request names.</summary>
    public Task<Outcome<Reviewed>> RunAsync(Target target, Caller caller, ReviewRequest request, CancellationToken ct) =>
        RunAsync(
            target,
            caller,
            request,
            seen => string.Equals(seen.Value.Current?.Receipt, request.Receipt, StringComparison.Ordinal),
            ct
        );

    private async Task<Outcome<Reviewed>> RunAsync(
        Target target,
        Caller caller,
        ReviewRequest request,
        Func<StoredSubmission, bool> isSeen,
        CancellationToken ct
    )
    {
        if (await store.FindAsync(target, request.Receipt, ct) is not { } before)
            return SubmissionProblems.NothingYet();

        // A crash after an acceptance may have left its roster behind: whoever asks again mends it.
        if (before.Value.Current is { Decision.Accepted: true } done)
            await roster.AcceptAsync(target, done, ct);

        var accept = request.Decision is ReviewDecision.Accept;
        if (SubmissionRules.RefuseDecision(before.Value, accept, request.Reason) is { } refusal)
            return refusal;
        if (!isSeen(before))
            return SubmissionProblems.Stale();

        var decision = new Decision(accept, request.Reason, clock.GetUtcNow(), caller.By);
        var decided = before.Value.Current! with { Decision = decision };
        var value = before.Value.WithCurrent(decided);
        if (
            await store.TryWriteAsync(target.Campaign, before.Id, before, value, audit.Decided(target, caller, decided), ct)
            is not { } version
        )
            return SubmissionProblems.Stale();
        if (accept)
            await roster.AcceptAsync(target, decided, ct);

        return new Reviewed(
            new(before.Id, version, value, store.TagOf(target.Campaign, version)),
            await store.ExtensionAsync(target, value, ct)
        );
    }
}
