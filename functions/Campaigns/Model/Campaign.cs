using System.Text.Json.Serialization;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>
/// One programme as run from its letters: the whole definition, as an officer reads it in
/// <c>Campaigns/definitions/*.json</c>. Immutable; a change of the file is a new revision.
/// </summary>
/// <param name="Id">Stable id, e.g. <c>rayong-2567</c>: also the partition prefix and the route segment.</param>
/// <param name="FiscalYear">Thai fiscal year, Buddhist era: 1 October of year−1 to 30 September of year.</param>
/// <param name="Province">Two-digit code of the province that runs the campaign; the unit of tasks without <c>per</c>.</param>
/// <param name="Owner">Role that decides in the last instance and receives escalations.</param>
public sealed record Campaign(
    string Id,
    string Th,
    string En,
    Text Summary,
    int FiscalYear,
    string Province,
    string Owner,
    Calendar Calendar,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Check> Checks,
    IReadOnlyList<Taxonomy> Taxonomies,
    IReadOnlyList<Level> Levels,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<UnitSet> UnitSets,
    IReadOnlyList<Body> Bodies,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<Roster> Rosters,
    IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<ReminderPolicy> Reminders,
    IReadOnlyList<MessageTemplate> Templates,
    IReadOnlyList<Form> Forms,
    IReadOnlyList<ChoiceGroup> ChoiceGroups,
    IReadOnlyList<CampaignTask> Tasks,
    IReadOnlyList<Rubric> Rubrics,
    IReadOnlyList<Round> Rounds,
    IReadOnlyList<Award> Awards,
    IReadOnlyList<Ballot> Ballots,
    IReadOnlyList<Metric> Metrics,
    IReadOnlyList<Sampling> Samplings,
    IReadOnlyList<Ranking> Rankings,
    IReadOnlyList<Visit> Visits,
    IReadOnlyList<CampaignEvent> Events,
    IReadOnlyList<Publicity> Publicity,
    IReadOnlyList<Budget> Budgets,
    IReadOnlyList<Amendment> Amendments,
    IReadOnlyList<Contradiction> Contradictions,
    IReadOnlyList<OpenQuestion> OpenQuestions,
    IReadOnlyList<Export> Exports,
    Privacy Privacy
)
{
    [JsonIgnore]
    public Text Title => new(Th, En);
}

/// <summary>
/// Deadlines fall due at <paramref name="Cutoff"/> in Asia/Bangkok. Holidays are only those that touch the campaign's windows.
/// </summary>
public sealed record Calendar(
    TimeOnly Cutoff,
    IReadOnlyList<DayOfWeek> WorkWeek,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<Citation> Src
);

public sealed record Holiday(DateOnly On, string Th, string En, string Scope);

/// <summary>A document. Only sources in hand have <paramref name="Clauses"/>: the numbered clauses that must all be cited (V16).</summary>
public sealed record Source(
    string Id,
    SourceKind Kind,
    string Th,
    string En,
    bool InHand,
    string? DocNo = null,
    string? DocNoPrinted = null,
    DateOnly? On = null,
    string? Printed = null,
    string? AttachedTo = null,
    string? From = null,
    string? To = null,
    string? Urgency = null,
    string? Note = null,
    IReadOnlyList<string>? Clauses = null
);

public enum SourceKind
{
    Letter,
    Guideline,
    Project,
    Order,
    Reference,
}

/// <summary>A printed number, by name, so that checks and limits can use it.</summary>
public sealed record Fact(string Id, decimal Value, string? Unit, IReadOnlyList<Citation> Src);

/// <summary>
/// Arithmetic between facts, e.g. <c>districts * volumes-per-district = 8</c>. <paramref name="Expect"/> false records a known
/// mismatch.
/// </summary>
public sealed record Check(string Id, string Th, string En, string Assert, bool Expect, IReadOnlyList<Citation> Src, string? Note = null);

public sealed record Taxonomy(string Id, string Th, string En, IReadOnlyList<TaxonomyItem> Items, IReadOnlyList<Citation> Src);

public sealed record TaxonomyItem(string Id, string Th, string En, Basis? Basis = null);
