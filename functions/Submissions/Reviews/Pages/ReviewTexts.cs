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
    string DoneExtend
);

/// <summary>Why hand-ins are returned most often.</summary>
public sealed record ReasonTexts(string Files, string Unreadable, string Incomplete, string Figures, string Form);
