namespace CddFunctions.Submissions.Ledger.Pages;

/// <summary>Pure: what an officer has to do, most urgent first.</summary>
public static class Urgency
{
    /// <summary>The unit still has to act. What another task of a choice already satisfies is not owed any more.</summary>
    public static bool IsOwed(Obligation row) =>
        row.State switch
        {
            ObligationState.Submitted or ObligationState.Accepted => false,
            ObligationState.Returned => true,
            ObligationState.Open or ObligationState.Overdue => row.ChoiceMet is not true,
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.State, "unknown state"),
        };

    /// <summary>What stands on the office's list of work: what it owes, and what was reopened for it.</summary>
    public static bool IsToDo(Obligation row) => IsOwed(row) || row.ReopenedAt is not null;

    public static bool IsNotNeeded(Obligation row) => row.ChoiceMet is true && row.SubmittedAt is null;

    /// <summary>The later of the due instant and its extension.</summary>
    public static DateTimeOffset? DueAt(Obligation row) => DueRules.Later(row.DueAt, row.ExtendedTo);

    /// <summary>Overdue, then returned, then open; inside each the earliest due first and tasks without a date last.</summary>
    public static IReadOnlyList<Obligation> Sort(IEnumerable<Obligation> rows) =>
        [.. rows.OrderBy(Rank).ThenBy(r => DueAt(r) ?? DateTimeOffset.MaxValue)];

    private static int Rank(Obligation row) =>
        row.State switch
        {
            ObligationState.Overdue => 0,
            ObligationState.Returned => 1,
            ObligationState.Open => 2,
            ObligationState.Submitted => 3,
            ObligationState.Accepted => 4,
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.State, "unknown state"),
        };
}
