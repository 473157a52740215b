using System.Text.Json.Serialization;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns.Model;

/// <summary>What a hand-in contains. <paramref name="Fields"/> may be empty only while the official form is awaited.</summary>
/// <param name="Repeatable">Many hand-ins per unit (reports, notes, opinions) instead of one with revisions.</param>
/// <param name="Anonymous">Handed in without a name: nothing that identifies the sender is kept.</param>
public sealed record Form(
    string Id,
    string Th,
    string En,
    FieldsBasis FieldsBasis,
    Signature Signature,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<Citation> Src,
    string? OfficialCode = null,
    bool Repeatable = false,
    bool Anonymous = false,
    IReadOnlyList<FormRule>? Rules = null,
    Text? Notice = null
)
{
    [JsonIgnore]
    public Text Title => new(Th, En);
}

public enum FieldsBasis
{
    Stated,
    Proposed,
    Awaited,
}

public enum Signature
{
    NotStated,
    NotRequired,
    Required,
}

/// <summary>One field, or one column of a table. Limits that do not fit the kind are refused by V5.</summary>
/// <param name="Columns">Columns of a table.</param>
/// <param name="Options">Values of a choice; instead of them a <paramref name="Taxonomy"/> may be named.</param>
/// <param name="UniqueBy">Columns of a table that together may not repeat, after normalisation.</param>
/// <param name="Level">For a unit field: the level to choose from; without it, any listed unit.</param>
/// <param name="Roster">For a person field: the roster to choose from.</param>
/// <param name="Change">For a column of a roster: what became of the entry since the earlier list. Not asked while there is none.</param>
/// <param name="Unit">What a number counts. It decides the word that may stand behind it and the limits that hold without min and max
/// (<see cref="NumberLimits"/>). Money is always in baht.</param>
/// <param name="Past">For a date: the day of something that has been held, so none that lies ahead is taken.</param>
/// <param name="Personal">Personal data under the PDPA: masked from viewers, never logged.</param>
public sealed record Field(
    string Id,
    FieldKind Kind,
    string Th,
    string En,
    IReadOnlyList<Citation> Src,
    bool Required = false,
    bool Personal = false,
    Text? Help = null,
    decimal? Min = null,
    decimal? Max = null,
    int? MaxLength = null,
    int? MinItems = null,
    int? MaxItems = null,
    int? ExactItems = null,
    IReadOnlyList<string>? UniqueBy = null,
    IReadOnlyList<Field>? Columns = null,
    IReadOnlyList<Option>? Options = null,
    string? Taxonomy = null,
    string? Level = null,
    string? Roster = null,
    int? MaxPages = null,
    string? Page = null,
    int? MaxSeconds = null,
    int? MaxMegabytes = null,
    bool Change = false,
    NumberUnit? Unit = null,
    bool Past = false
)
{
    [JsonIgnore]
    public Text Label => new(Th, En);
}

public sealed record Option(string Value, string Th, string En);

/// <summary>Kinds of input. Title, given and family are the parts of a Thai name; file is PDF; sheet is XLSX.</summary>
public enum FieldKind
{
    Text,
    Multiline,
    Integer,
    Number,
    Money,
    Date,
    Boolean,
    Choice,
    Choices,
    Unit,
    Person,
    Title,
    Given,
    Family,
    Phone,
    Link,
    Location,
    Table,
    File,
    Video,
    Images,
    Sheet,
}

/// <summary>A rule over the fields, e.g. <c>sum(lines.amount) = total</c>. A warning is shown and kept; an error refuses (422).</summary>
public sealed record FormRule(string Id, string Assert, Severity Level, string Th, string En, IReadOnlyList<Citation>? Src = null);

public enum Severity
{
    Error,
    Warning,
    Info,
}
