using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;

namespace CddFunctions.Submissions;

/// <summary>
/// What one unit handed in for one task, with every revision: one document, so a hand-in is one conditional write.
/// A repeatable form has one document per hand-in. An extension granted before the first hand-in has no revisions yet.
/// </summary>
public sealed record Submission(string Task, string Unit, Extension? Extension, IReadOnlyList<Revision> Revisions)
{
    public Revision? Current => Revisions.Count > 0 ? Revisions[^1] : null;

    /// <summary>Nobody asks for it, but it stands in the documents of accepted hand-ins, which could not be read without it.</summary>
    public Revision? LastAccepted => Revisions.LastOrDefault(r => r.Decision is { Accepted: true });

    public Submission WithCurrent(Revision revision) => this with { Revisions = [.. Revisions.SkipLast(1), revision] };
}

/// <summary>A later due day for one unit: the last day on which a hand-in is still on time.</summary>
public sealed record Extension(DateOnly Until, string Reason, DateTimeOffset GrantedAt, string By);

/// <summary>One hand-in as it was received.</summary>
/// <param name="DefinitionRevision">Revision of the campaign's definition it was made under.</param>
/// <param name="SubmittedAt">Server receipt, UTC: the only time that decides punctuality (docs/rules.md 2.3, rule 1).</param>
/// <param name="DueAt">Due instant in force then; null for a task without a date.</param>
/// <param name="By">Link id of the sender; null when the form is handed in without a name.</param>
/// <param name="KeyHash">SHA-256 of the Idempotency-Key; <paramref name="BodyHash"/> is that of the body that was sent with it.</param>
/// <param name="OnTimeThen">Whether it was on time when the receipt was given; a repeated request has to say the same.</param>
/// <param name="Missing">Source units that were not accepted when an aggregated task was sent incomplete.</param>
/// <param name="TakenBack">Decisions on this revision that were taken back, oldest first; null when none was.</param>
public sealed record Revision(
    int Number,
    string Receipt,
    int DefinitionRevision,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? DueAt,
    string? By,
    string KeyHash,
    string BodyHash,
    JsonObject Fields,
    IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Files,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<string>? Missing = null,
    Decision? Decision = null,
    bool? OnTimeThen = null,
    IReadOnlyList<TakenBack>? TakenBack = null
)
{
    /// <summary>The acceptance that was taken back, while nothing was decided or handed in since: the office can revise again.</summary>
    [JsonIgnore]
    public TakenBack? Reopened => Decision is null && TakenBack is [.., { Decision.Accepted: true } last] ? last : null;
}

/// <summary>A file of a hand-in, as the server measured it.</summary>
/// <param name="Sha256">Null when the bytes went straight to the file store, not through the application. <paramref name="Md5"/> is then
/// the store's own checksum, if it has one.</param>
public sealed record AttachedFile(string UploadId, string FileName, long Length, string? Sha256, MediaFacts Facts, string? Md5 = null);

/// <summary>A rule that is shown but does not refuse.</summary>
public sealed record Warning(string Rule, Text Message);

public sealed record Decision(bool Accepted, string? Reason, DateTimeOffset At, string By);

/// <summary>A decision that no longer counts.</summary>
/// <param name="Reason">Why, for the office to read.</param>
public sealed record TakenBack(Decision Decision, string Reason, DateTimeOffset At, string By);
