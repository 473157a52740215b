using CddFunctions.Platform.Identity;

namespace CddFunctions.Submissions;

/// <summary>PUT: a new revision, under the ETag that was read. Earlier revisions stay; the first one keeps deciding punctuality.</summary>
public sealed class Revise(SubmissionStore store, HandIn handIn, TimeProvider clock)
{
    public async Task<IResult> RunAsync(Target target, Caller caller, HandInBody body, string ifMatch, CancellationToken ct)
    {
        var before = await store.FindAsync(target.Campaign, target.Id, ct);
        if (HandIn.Replay(target, before, body, status: 200) is { } replay)
            return replay;
        if (SubmissionRules.RefuseRevision(before?.Value) is { } refusal)
            return refusal.ToResult();
        if (!string.Equals(before!.Version, ifMatch, StringComparison.Ordinal))
            return SubmissionProblems.Stale().ToResult();

        var number = before.Value.Revisions.Count + 1;
        if ((await handIn.ReadAsync(target, caller, body, number, clock.GetUtcNow(), ct)).IsRefused(out var invalid, out var revision))
            return invalid.ToResult();

        var receipt = Receipts.For(target.Campaign.Id, target.Id, number, body.KeyHash + body.BodyHash, revision.SubmittedAt);
        var value = before.Value with { Revisions = [.. before.Value.Revisions, revision with { Receipt = receipt }] };
        return await store.TryWriteAsync(target.Campaign, target.Id, before, value, ct) is { } version
            ? new HandInResult(200, HandIn.Answer(target, value, value.Current!), version, target, body.FromForm)
            : SubmissionProblems.Stale().ToResult();
    }
}
