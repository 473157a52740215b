namespace CddFunctions.Submissions.Ledger.Pages;

/// <summary>Words for the state of one task of one unit.</summary>
public sealed record StateTexts(
    string Open,
    string Submitted,
    string HandedIn,
    string Returned,
    string Accepted,
    string Overdue,
    string NotNeeded,
    string OnTime,
    string Late
);

/// <summary>Words for what an obligation shows besides its state.</summary>
public sealed record ObligationTexts(
    string Choice,
    string Reason,
    string Reopened,
    string Extended,
    string SubmittedAt,
    string Receipt,
    string Times
);
