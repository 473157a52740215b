namespace CddFunctions.Submissions.Ledger.Pages;

/// <summary>How one task of one unit stands.</summary>
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

/// <summary>What is said of it besides.</summary>
public sealed record ObligationTexts(string Choice, string Reason, string Extended, string SubmittedAt, string Receipt, string Times);
