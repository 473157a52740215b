using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.HandIns;

namespace CddFunctions.Submissions.Reviews;

/// <param name="Reason">Why, for the office to read: 1 to 1,000 characters.</param>
/// <param name="Receipt">Which hand-in of a repeatable form; not needed otherwise.</param>
public sealed record TakeBackRequest(string Reason, string? Receipt = null)
{
    public string Reason { get; } = TypedText.Lines(Reason) ?? "";
}

/// <summary>
/// The province takes back its last decision: the hand-in waits for review again, and the office can revise it. It keeps the time of
/// its first revision, which decides punctuality.
/// </summary>
public sealed class TakeBack(SubmissionStore store, HandInRoster roster, SubmissionAudit audit, TimeProvider clock)
{
    public Task<Outcome<Reviewed>> RunAsync(Target target, Caller caller, TakeBackRequest request, IfMatch ifMatch, CancellationToken ct) =>
        RunAsync(target, caller, request, seen => ifMatch.Matches(seen.Tag), ct);

    /// <summary>Takes back the very decision that was shown: the one of that instant.</summary>
    public Task<Outcome<Reviewed>> RunAsync(
        Target target,
        Caller caller,
        TakeBackRequest request,
        DateTimeOffset? decidedAt,
        CancellationToken ct
    ) => RunAsync(target, caller, request, seen => seen.Value.Current?.Decision?.At == decidedAt, ct);

    private async Task<Outcome<Reviewed>> RunAsync(
        Target target,
        Caller caller,
        TakeBackRequest request,
        Func<StoredSubmission, bool> isSeen,
        CancellationToken ct
    )
    {
        if (await store.FindAsync(target, request.Receipt, ct) is not { } before)
            return SubmissionProblems.NothingYet();

        // A crash may have left the roster behind: whoever asks again mends it.
        if (before.Value.Current is { Reopened: not null } done)
            await roster.ReopenAsync(target, done, ct);

        var now = clock.GetUtcNow();
        if (SubmissionRules.RefuseTakeBack(target, before.Value, request.Reason, now) is { } refusal)
            return refusal;
        if (!isSeen(before))
            return SubmissionProblems.Stale();

        var was = before.Value.Current!;
        var decision = was.Decision!;
        var undecided = was with { Decision = null, TakenBack = [.. was.TakenBack ?? [], new(decision, request.Reason, now, caller.By)] };
        var value = before.Value.WithCurrent(undecided);
        if (SubmissionStore.BodyOf(value) is not { } body)
            return CommonProblems.TooLarge();
        var deed = audit.TakenBack(target, caller, undecided, decision);
        if (await store.TryWriteAsync(target.Campaign, before.Id, before, body, deed, ct) is not { } version)
            return SubmissionProblems.Stale();
        if (decision.Accepted)
            await roster.ReopenAsync(target, undecided, ct);

        return new Reviewed(
            new(before.Id, version, value, store.TagOf(target.Campaign, version)),
            await store.ExtensionAsync(target, value, ct)
        );
    }
}
