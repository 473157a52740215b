namespace CddFunctions.Audit.Pages;

/// <summary>Who did what.</summary>
/// <param name="Deeds">Words for deeds, by the code of the deed; a test finds a deed without one.</param>
/// <param name="Roles">Words for roles, by the code of the role or <c>system</c>.</param>
/// <param name="Breaks">Words for the faults of a chain, by their kind.</param>
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
