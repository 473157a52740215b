using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.HandIns;

/// <param name="OnTime">Null for a task without a date.</param>
/// <param name="Missing">Sources that were missing when an aggregated task was sent incomplete.</param>
public sealed record HandInAnswer(
    string Receipt,
    int Revision,
    DateTimeOffset SubmittedAt,
    bool? OnTime,
    IReadOnlyList<Warning>? Warnings = null,
    IReadOnlyList<string>? Missing = null
)
{
    /// <summary>What the receipt of this revision said when it was given, and says again.</summary>
    public static HandInAnswer Of(Revision revision) =>
        new(
            revision.Receipt,
            revision.Number,
            revision.SubmittedAt,
            revision.OnTimeThen,
            revision.Warnings.Count > 0 ? revision.Warnings : null,
            revision.Missing
        );
}

/// <summary>A submission that is on disk.</summary>
/// <param name="Tag">Stands for the version of its document (ETag), which the next revision or decision must name.</param>
public sealed record KeptSubmission(HandInAnswer Answer, string Tag);

/// <summary>The first hand-in of a unit, or one more on a repeatable form. Sending again with the same key answers the same.</summary>
public sealed class HandIn(
    SubmissionStore store,
    HandInReader reader,
    Aggregation aggregation,
    HandInRoster roster,
    SubmissionAudit audit,
    TimeProvider clock
)
{
    public async Task<Outcome<KeptSubmission>> RunAsync(Target target, Caller caller, KeyedHandIn body, CancellationToken ct)
    {
        var id = target.Form.Repeatable ? $"{target.Id}:{body.KeyHash[..24]}" : target.Id;
        while (true)
        {
            var before = await store.FindAsync(target.Campaign, id, ct);
            if (await ReplayAsync(target, before, caller, body, ct) is { } replay)
                return replay;

            var now = clock.GetUtcNow();
            var extension = await store.ExtensionAsync(target, before?.Value, ct);
            if (SubmissionRules.RefuseFirst(target, before?.Value, extension, now) is { } refusal)
                return refusal;

            if ((await ReadAsync(target, id, caller, body, now, ct)).IsRefused(out var invalid, out var revision))
                return invalid;

            var receipt = Receipts.For(target.Campaign.Id, id, 1, body.KeyHash, revision.SubmittedAt);
            var onTime = DueRules.OnTime(revision.SubmittedAt, revision.DueAt, DueRules.ExtendedTo(target.Campaign, extension));
            var value = new Submission(
                target.Task.Id,
                target.Unit.Code,
                before?.Value.Extension,
                [revision with { Number = 1, Receipt = receipt, OnTimeThen = onTime }]
            );
            if (SubmissionStore.BodyOf(value) is not { } document)
                return CommonProblems.TooLarge();
            if (await aggregation.TakeChoiceAsync(target, id, receipt, ct) is { } full)
                return full;
            if (
                await store.TryWriteAsync(target.Campaign, id, before, document, audit.Kept(target, caller, value.Current!), ct) is
                { } version
            )
                return await KeptAsync(target, caller, value.Current!, version, again: false, ct);
        }
    }

    /// <summary>Checks everything that can be wrong with the programme's state and the content, then claims the files.</summary>
    public async Task<Outcome<Revision>> ReadAsync(
        Target target,
        string id,
        Caller caller,
        KeyedHandIn body,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if ((await aggregation.MissingAsync(target, body.Request.Incomplete, ct)).IsRefused(out var blocked, out var missing))
            return blocked;
        if ((await reader.ReadAsync(target, id, caller, body.Request, ct)).IsRefused(out var invalid, out var content))
            return invalid;

        // A form without names keeps only the day, because colleagues could tell the sender from the minute.
        var at = target.Form.Anonymous ? Bangkok.StartOf(Bangkok.DateOf(now)) : now;
        return new Revision(
            0,
            "",
            target.Campaign.Revision,
            at,
            DueRules.DueAt(target.Campaign, target.Task),
            target.Form.Anonymous ? null : caller.By,
            body.KeyHash,
            body.BodyHash,
            content.Fields,
            content.Files,
            content.Warnings,
            missing.Units.Count > 0 ? missing.Units : null
        );
    }

    /// <summary>The answer to a hand-in that is on disk. Its list of people, if it has one, is put in place first.</summary>
    public async Task<KeptSubmission> KeptAsync(
        Target target,
        Caller caller,
        Revision revision,
        string version,
        bool again,
        CancellationToken ct
    )
    {
        await roster.KeepAsync(target, caller, revision, again, ct);
        return new(HandInAnswer.Of(revision), store.TagOf(target.Campaign, version));
    }

    /// <summary>The first hand-in decides, and keeps its punctuality through returns (docs/rules.md 2.3, rule 1).</summary>
    public static bool? OnTime(Target target, Submission value, Extension? extension) =>
        DueRules.OnTime(value.Revisions[0].SubmittedAt, value.Revisions[0].DueAt, DueRules.ExtendedTo(target.Campaign, extension));

    /// <summary>The answer that this key got before, or the refusal of another body under it; null when the key is new.</summary>
    public async Task<Outcome<KeptSubmission>?> ReplayAsync(
        Target target,
        StoredSubmission? before,
        Caller caller,
        KeyedHandIn body,
        CancellationToken ct
    )
    {
        if (
            body.Key.Length == 0
            || before?.Value.Revisions.FirstOrDefault(r => string.Equals(r.KeyHash, body.KeyHash, StringComparison.Ordinal))
                is not { } earlier
        )
            return null;

        if (!string.Equals(earlier.BodyHash, body.BodyHash, StringComparison.Ordinal))
            return SubmissionProblems.KeyMismatch();

        await store.SettleAsync(before, ct);
        return await KeptAsync(target, caller, earlier, before.Version, again: true, ct);
    }
}
