using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>How entries are scored. To-be-defined rubrics have no criteria yet and their rounds must be gated (V11).</summary>
public sealed record Rubric(
    string Id,
    string Th,
    string En,
    RubricStatus Status,
    Basis WeightsBasis,
    IReadOnlyList<Criterion> Criteria,
    IReadOnlyList<Citation> Src,
    Scale? Scale = null
);

public enum RubricStatus
{
    Complete,
    ToBeDefined,
}

public sealed record Scale(decimal Min, decimal Max, decimal Step, Basis Basis);

/// <summary>One criterion; weights of a rubric sum to 100. When letters word it differently, exactly one variant is in use.</summary>
public sealed record Criterion(
    string Id,
    string Th,
    string En,
    decimal Weight,
    IReadOnlyList<Citation> Src,
    IReadOnlyList<string>? Evidence = null,
    IReadOnlyList<Variant>? Variants = null
);

public sealed record Variant(string Th, string En, bool InUse, IReadOnlyList<Citation> Src);

/// <summary>
/// One step of a contest: who enters, how they are grouped, how many win, who judges, when, and what must be decided first.
/// </summary>
/// <param name="Entrants">Unit set that enters the first round; later rounds name <paramref name="WinnersOf"/>.</param>
/// <param name="Requires">Tasks whose hand-ins must be accepted before an entrant is judged.</param>
/// <param name="Gate">Contradictions and open questions that must be confirmed before the round opens.</param>
public sealed record Round(
    string Id,
    string Th,
    string En,
    int Order,
    string Track,
    string Level,
    string GroupBy,
    Count EntrantCount,
    Count Groups,
    Count PerGroup,
    Count WinnersPerGroup,
    Count Winners,
    Panel Panel,
    string Rubric,
    string Aggregate,
    IReadOnlyList<TieBreak> TieBreaks,
    IReadOnlyList<string> Awards,
    Publication Publish,
    IReadOnlyList<Citation> Src,
    string? Entrants = null,
    string? WinnersOf = null,
    IReadOnlyList<string>? Requires = null,
    string? Window = null,
    Basis WindowBasis = Basis.Stated,
    int Decimals = 2,
    IReadOnlyList<string>? Gate = null,
    bool Managed = true
);

public sealed record Panel(
    string Body,
    Basis Basis,
    int? MinJudges = null,
    bool ChairVotes = false,
    string? Recusal = null,
    bool Blind = false
);

public sealed record TieBreak(string Rule, Basis Basis, string? Criterion = null);

public sealed record Publication(string What, IReadOnlyList<string> To, string Approver);

/// <param name="To">Who receives it: office, tambon, person.</param>
public sealed record Award(
    string Id,
    string Th,
    string En,
    string Kind,
    Count Count,
    string To,
    IReadOnlyList<Citation> Src,
    Money? Money = null,
    Text? Purpose = null
);

/// <summary>Whole baht, with the words printed beside the figures when there are any (V9 compares them).</summary>
public sealed record Money(decimal Baht, string? WordsTh = null);
