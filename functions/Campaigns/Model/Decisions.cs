using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>
/// A later letter that changes an earlier one. Hand-ins made before keep the revision they were made under, and
/// nothing accepted becomes overdue (docs/rules.md 2.3, rule 10).
/// </summary>
public sealed record Amendment(string Id, string Th, string En, string Source, DateOnly Effective, IReadOnlyList<Change> Changes);

/// <param name="Target">Pointer to an element, <c>collection/id</c>, e.g. <c>tasks/t-book</c>.</param>
public sealed record Change(ChangeOp Op, string Target, IReadOnlyList<Citation> Src, Text? Before = null, Text? After = null);

public enum ChangeOp
{
    Add,
    Relax,
    Clarify,
    Replace,
    Remove,
}

/// <summary>Where the letters disagree or cannot be right: what each says, the default taken, why, and who decides.</summary>
public sealed record Contradiction(
    string Id,
    string Th,
    string En,
    ContradictionWeight Weight,
    IReadOnlyList<Statement> Says,
    DecisionStatus Status,
    Text Default,
    Text Why,
    IReadOnlyList<string> Affects,
    string? Decides = null
);

public sealed record Statement(string Text, Citation Src);

public enum ContradictionWeight
{
    Info,
    Minor,
    Material,
}

public enum DecisionStatus
{
    Open,
    Defaulted,
    Confirmed,
    NotAConflict,
}

/// <summary>What the letters do not say: the question, whom to ask, what is done until there is an answer, what must wait for it.</summary>
public sealed record OpenQuestion(
    string Id,
    string Th,
    string En,
    string Ask,
    Text Default,
    IReadOnlyList<Citation> Src,
    IReadOnlyList<string>? Blocks = null,
    DecisionStatus Status = DecisionStatus.Open
);

/// <summary>A list that leaves the system. Personal ones go only to roles with the right and are logged (V14).</summary>
/// <param name="Of">What it lists: <c>tasks</c>, or the id of a form, roster or ballot.</param>
public sealed record Export(
    string Id,
    string Th,
    string En,
    string Of,
    bool Personal,
    IReadOnlyList<string> Roles,
    IReadOnlyList<Citation> Src
);

/// <summary>Personal data (PDPA, Act of 2562): who controls it, on which basis, what is never collected, how long it is kept.</summary>
public sealed record Privacy(
    string Controller,
    IReadOnlyList<LawfulBasis> Bases,
    IReadOnlyList<Text> NotCollected,
    IReadOnlyList<Retention> Retention,
    int BreachHours
);

public sealed record LawfulBasis(string Th, string En, string Section, Basis Basis);

public sealed record Retention(string Th, string En, int Days, string After, string Then, Basis Basis);
