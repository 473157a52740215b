using System.Text.Json.Serialization;

namespace CddFunctions.Submissions.Ledger;

public enum ObligationState
{
    Open,
    Submitted,
    Returned,
    Accepted,
    Overdue,
}

/// <summary>One unit × one task: who owes what by when, and how it stands. Exists from the launch, handed in or not.</summary>
/// <param name="SubmittedAt">First hand-in: the one that decides punctuality.</param>
/// <param name="OnTime">Null without a date or while nothing is handed in.</param>
/// <param name="HandedIn">How many hand-ins a repeatable form has; absent for others.</param>
/// <param name="Revision">Number of the newest revision, with its <paramref name="Receipt"/>; absent for repeatable forms.</param>
/// <param name="ReopenedAt">When an acceptance was taken back, while nothing was decided or handed in since.</param>
/// <param name="ChoiceMet">True when enough tasks of the choice group are accepted for the unit; false or absent otherwise.</param>
public sealed record Obligation(
    string Task,
    string Unit,
    string UnitName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? DueAt,
    ObligationState State,
    DateTimeOffset? ExtendedTo = null,
    DateTimeOffset? SubmittedAt = null,
    bool? OnTime = null,
    DateTimeOffset? ReviewedAt = null,
    int? HandedIn = null,
    bool? ChoiceMet = null,
    int? Revision = null,
    string? Receipt = null,
    DateTimeOffset? ReopenedAt = null
);

/// <summary>A submission that its reviewer has not decided on yet.</summary>
/// <param name="Id">Id of its document.</param>
/// <param name="Receipt">Receipt of the newest revision, which waits since <paramref name="Since"/>.</param>
public sealed record WaitingSubmission(string Id, string Task, string Unit, string Receipt, DateTimeOffset Since);

/// <summary>What the ledger keeps of a hand-in's documents: facts only, nothing computed.</summary>
/// <param name="Accepted">Hand-ins whose current revision is accepted; <paramref name="Returned"/> those that are returned.</param>
/// <param name="WaitingSince">When the oldest revision without a decision came, or its decision was taken back; null when all are
/// decided.</param>
public sealed record SubmissionFacts(
    Extension? Extension,
    DateTimeOffset? FirstSubmittedAt,
    DateTimeOffset? DueAtThen,
    DateTimeOffset? ReviewedAt,
    int HandedIn,
    int Accepted,
    int Returned,
    int? Revision = null,
    string? Receipt = null,
    DateTimeOffset? WaitingSince = null,
    DateTimeOffset? ReopenedAt = null
)
{
    public static readonly SubmissionFacts None = new(null, null, null, null, 0, 0, 0);

    /// <summary>Two hand-ins of one obligation: the earliest counts for punctuality, the latest decision is the one shown.</summary>
    public static SubmissionFacts Add(SubmissionFacts a, SubmissionFacts b)
    {
        var first = b.FirstSubmittedAt is null || a.FirstSubmittedAt <= b.FirstSubmittedAt ? a : b;
        return new(
            a.Extension ?? b.Extension,
            first.FirstSubmittedAt,
            first.DueAtThen,
            Latest(a.ReviewedAt, b.ReviewedAt),
            a.HandedIn + b.HandedIn,
            a.Accepted + b.Accepted,
            a.Returned + b.Returned,
            WaitingSince: b.WaitingSince is null || a.WaitingSince <= b.WaitingSince ? a.WaitingSince : b.WaitingSince,
            ReopenedAt: Latest(a.ReopenedAt, b.ReopenedAt)
        );
    }

    private static DateTimeOffset? Latest(DateTimeOffset? a, DateTimeOffset? b) => a > b || b is null ? a : b;
}
