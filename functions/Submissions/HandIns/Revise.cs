using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions.HandIns;

/// <summary>A new revision, under the ETag that was read. Earlier revisions stay; the first one keeps deciding punctuality.</summary>
public sealed class Revise(SubmissionStore store, HandIn handIn, Aggregation aggregation, SubmissionAudit audit, TimeProvider clock)
{
    public async Task<Outcome<KeptSubmission>> RunAsync(
        Target target,
        Caller caller,
        KeyedHandIn body,
        IfMatch ifMatch,
        CancellationToken ct
    )
    {
        if (Access.RefuseRevise(caller, target) is { } stranger)
            return stranger;

        var before = await store.FindAsync(target.Campaign, target.Id, ct);
        if (await handIn.ReplayAsync(target, before, caller, body, ct) is { } replay)
            return replay;
        var now = clock.GetUtcNow();
        if (SubmissionRules.RefuseRevision(target, before?.Value, before?.Value.Extension, now) is { } refusal)
            return refusal;
        if (!ifMatch.Matches(before!.Tag))
            return SubmissionProblems.Stale();

        var number = before.Value.Revisions.Count + 1;
        if ((await handIn.ReadAsync(target, target.Id, caller, body, now, ct)).IsRefused(out var invalid, out var revision))
            return invalid;

        var receipt = Receipts.For(target.Campaign.Id, target.Id, number, body.KeyHash + body.BodyHash, revision.SubmittedAt);
        var onTime = HandIn.OnTime(target, before.Value, before.Value.Extension);
        var value = before.Value with
        {
            Revisions = [.. before.Value.Revisions, revision with { Number = number, Receipt = receipt, OnTimeThen = onTime }],
        };
        if (SubmissionStore.BodyOf(value) is not { } document)
            return CommonProblems.TooLarge();
        if (await aggregation.TakeChoiceAsync(target, target.Id, receipt, ct) is { } full)
            return full;

        return
            await store.TryWriteAsync(target.Campaign, target.Id, before, document, audit.Kept(target, caller, value.Current!), ct)
                is { } version
            ? await handIn.KeptAsync(target, caller, value.Current!, version, again: false, ct)
            : SubmissionProblems.Stale();
    }
}
