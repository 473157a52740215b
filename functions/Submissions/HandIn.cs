using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions;

/// <param name="OnTime">Null for a task without a date.</param>
/// <param name="Missing">Sources that were missing when an aggregated task was sent incomplete.</param>
public sealed record HandInAnswer(
    string Receipt, int Revision, DateTimeOffset SubmittedAt, bool? OnTime,
    IReadOnlyList<Warning>? Warnings = null, IReadOnlyList<string>? Missing = null);

/// <summary>POST: the first hand-in of a unit, or one more on a repeatable form. Sending again with the same key answers the same.</summary>
public sealed class HandIn(SubmissionStore store, HandInReader reader, Aggregation aggregation, TimeProvider clock)
{
    public async Task<IResult> RunAsync(Target target, Caller caller, HandInBody body, CancellationToken ct)
    {
        var id = target.Form.Repeatable ? $"{target.Id}:{body.KeyHash[..24]}" : target.Id;
        while (true)
        {
            var before = await store.FindAsync(target.Campaign, id, ct);
            if (Replay(target, before, body) is { } replay)
                return replay;

            var now = clock.GetUtcNow();
            var stored = before?.Value;
            if (SubmissionRules.RefuseFirst(target, await WithExtensionAsync(target, stored, ct), now) is { } refusal)
                return refusal.ToResult();

            if ((await ReadAsync(target, caller, body, number: 1, now, ct)).IsRefused(out var invalid, out var revision))
                return invalid.ToResult();

            var value = new Submission(target.Task.Id, target.Unit.Code, stored?.Extension, [revision with { Receipt = Receipts.For(target.Campaign.Id, id, 1, body.KeyHash, revision.SubmittedAt) }]);
            if (await store.TryWriteAsync(target.Campaign, id, before, value, ct) is { } version)
                return new HandInResult(201, Answer(target, value, value.Current!), version, target, body.FromForm);
        }
    }

    /// <summary>Checks everything that can be wrong with the programme's state and the content, then claims the files.</summary>
    public async Task<Outcome<Revision>> ReadAsync(
        Target target, Caller caller, HandInBody body, int number, DateTimeOffset now, CancellationToken ct)
    {
        if ((await aggregation.MissingAsync(target, body.Request.Incomplete, ct)).IsRefused(out var blocked, out var missing))
            return blocked;
        if ((await reader.ReadAsync(target, caller, body.Request, ct)).IsRefused(out var invalid, out var content))
            return invalid;

        // Without a name also means: not at a minute that a colleague would recognise.
        var at = target.Form.Anonymous ? Bangkok.StartOf(Bangkok.DateOf(now)) : now;
        return new Revision(
            number, "", target.Campaign.Revision, at, DueRules.DueAt(target.Campaign, target.Task),
            target.Form.Anonymous ? null : caller.Link ?? caller.Subject, body.KeyHash, body.BodyHash,
            content.Fields, content.Files, content.Warnings, missing.Units.Count > 0 ? missing.Units : null);
    }

    public static HandInAnswer Answer(Target target, Submission value, Revision revision) => new(
        revision.Receipt, revision.Number, revision.SubmittedAt, OnTime(target, value), revision.Warnings.Count > 0 ? revision.Warnings : null, revision.Missing);

    /// <summary>The first hand-in decides, and keeps its punctuality through returns (SPEC 2.3, rule 1).</summary>
    public static bool? OnTime(Target target, Submission value) => DueRules.OnTime(
        value.Revisions[0].SubmittedAt, value.Revisions[0].DueAt, DueRules.ExtendedTo(target.Campaign, value.Extension));

    /// <summary>The answer that this key got before, or the refusal of another body under it; null when the key is new.</summary>
    public static IResult? Replay(Target target, StoredSubmission? before, HandInBody body, int status = 201)
    {
        if (body.Key.Length == 0 || before?.Value.Revisions.FirstOrDefault(r => string.Equals(r.KeyHash, body.KeyHash, StringComparison.Ordinal)) is not { } earlier)
            return null;

        return string.Equals(earlier.BodyHash, body.BodyHash, StringComparison.Ordinal)
            ? new HandInResult(status, Answer(target, before.Value, earlier), before.Version, target, body.FromForm)
            : SubmissionProblems.KeyMismatch().ToResult();
    }

    // The hand-ins of a repeatable form are documents of their own; the unit's extension is kept beside them.
    private async Task<Submission?> WithExtensionAsync(Target target, Submission? stored, CancellationToken ct) =>
        target.Form.Repeatable && stored is null && await store.FindAsync(target.Campaign, target.Id, ct) is { } own ? own.Value : stored;
}
