namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>The forms that accept and return, and what was done with them.</summary>
public sealed record ReviewTexts(
    string Accept,
    string AcceptNote,
    string AcceptNow,
    string Return,
    string ReturnNote,
    string More,
    string ReturnNow,
    ReasonTexts Reasons,
    string DoneAccept,
    string DoneReturn,
    string DoneReopen,
    string DoneTakeBackReturn,
    string DoneTakeBackExtension,
    string DoneExtend,
    TakeBackTexts TakeBack
);

/// <summary>The form that takes a decision back.</summary>
public sealed record TakeBackTexts(
    string Reopen,
    string ReopenNote,
    string ReopenUntil,
    string ReopenNow,
    string Return,
    string ReturnNote,
    string ReturnNow,
    string Extension,
    string ExtensionNote,
    string ExtensionNow,
    string Reason,
    string Reopened,
    string ReturnTakenBack
);

/// <summary>Why hand-ins are returned most often.</summary>
public sealed record ReasonTexts(string Files, string Unreadable, string Incomplete, string Figures, string Form);
