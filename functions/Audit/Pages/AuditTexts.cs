namespace CddFunctions.Audit.Pages;

/// <summary>Who did what.</summary>
/// <param name="Deeds">By the word of a deed; a test finds one that is missing.</param>
/// <param name="Roles">By the word of a role, with <c>system</c>.</param>
/// <param name="Breaks">By the kind of a fault.</param>
public sealed record AuditTexts(
    string Menu,
    string Title,
    string Explain,
    string Chain,
    string Whole,
    string Empty,
    string Anchors,
    string NoAnchors,
    string Broken,
    string Limits,
    string NotChecked,
    string CheckNow,
    string Search,
    string What,
    string Subject,
    string SubjectHint,
    string By,
    string ByHint,
    string All,
    string Show,
    string Clear,
    string Entries,
    string None,
    string NoneSoFar,
    string Older,
    string Newest,
    string Number,
    string Revision,
    string AdminKey,
    string Json,
    IReadOnlyDictionary<string, string> Deeds,
    IReadOnlyDictionary<string, string> Roles,
    IReadOnlyDictionary<string, string> Breaks
);
