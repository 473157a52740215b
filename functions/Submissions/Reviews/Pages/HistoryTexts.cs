namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>What was handed in and what became of it.</summary>
public sealed record HistoryTexts(
    string Title,
    string Money,
    string Yes,
    string No,
    string NotGiven,
    string NoFile,
    string Pages,
    string PagesNotA4,
    string Pixels,
    string By,
    string Nobody,
    string Administrator,
    string OtherForm,
    string Newer,
    string ExtendedTo,
    string AllHandIns,
    string Nothing,
    string Board,
    string Earlier,
    string Extend,
    string ExtendNote,
    string LastDay,
    string Reason,
    string ExtendNow
);
