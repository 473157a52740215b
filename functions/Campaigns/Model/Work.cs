using System.Text.Json.Serialization;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>Who owes what to whom by when. One obligation for each unit of <paramref name="Per"/>, or one for the province without it.</summary>
/// <param name="Owner">Role that hands in.</param>
/// <param name="To">Role or body that receives.</param>
/// <param name="Form">What is handed in; none = done is simply reported, with an optional note.</param>
/// <param name="Due">Milestone with the last day; none = a task without a date.</param>
/// <param name="Window">Period in which the work happens. Its end is no deadline unless <paramref name="Due"/> says so.</param>
/// <param name="Times">How many hand-ins a unit owes when the form is repeatable (default: at least one).</param>
/// <param name="Choice">Choice group: "one of these".</param>
/// <param name="Aggregates">Task whose accepted hand-ins this one gathers.</param>
/// <param name="Feeds">Rounds that judge the hand-in.</param>
/// <param name="After">Tasks or milestones that come first.</param>
/// <param name="Reviewer">Role that accepts or returns.</param>
/// <param name="Channels">How the letters ask for it today.</param>
public sealed record CampaignTask(
    string Id, string Th, string En, TaskKind Kind, string Owner, Basis DueBasis, IReadOnlyList<Citation> Src,
    string? Per = null, string? To = null, string? Form = null, string? Due = null, string? Window = null,
    Count? Times = null, string? Choice = null, string? Aggregates = null,
    IReadOnlyList<string>? Feeds = null, IReadOnlyList<string>? After = null,
    Late? Late = null, string? Reviewer = null, string? Reminders = null,
    IReadOnlyList<string>? Tags = null, IReadOnlyList<string>? Channels = null,
    bool Mandatory = true, bool Managed = true)
{
    [JsonIgnore]
    public Text Title => new(Th, En);
}

public enum TaskKind
{
    Study,
    Setup,
    Submit,
    SelectArea,
    Activity,
    Coordinate,
    Aggregate,
    Announce,
    HoldEvent,
    Prepare,
    Report,
    Monitor,
    Publicise,
    Score,
}

/// <summary>After the due instant: taken with a mark, until the end of a milestone when one is named; refused when not accepted.</summary>
public sealed record Late(bool Accept, string? Until = null);

/// <summary>Complete for a unit when between Min and Max of its tasks are accepted.</summary>
public sealed record ChoiceGroup(
    string Id, string Th, string En, int Min, int Max, string Per, IReadOnlyList<Citation> Src);

/// <summary>What a hand-in contains. <paramref name="Fields"/> may be empty only while the official form is awaited.</summary>
/// <param name="Repeatable">Many hand-ins per unit (reports, notes, opinions) instead of one with revisions.</param>
/// <param name="Anonymous">Handed in without a name: nothing that identifies the sender is kept.</param>
public sealed record Form(
    string Id, string Th, string En, FieldsBasis FieldsBasis, Signature Signature,
    IReadOnlyList<Field> Fields, IReadOnlyList<Citation> Src,
    string? OfficialCode = null, bool Repeatable = false, bool Anonymous = false,
    IReadOnlyList<FormRule>? Rules = null, Text? Notice = null)
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
/// <param name="Personal">Personal data under the PDPA: masked from viewers, never logged.</param>
public sealed record Field(
    string Id, FieldKind Kind, string Th, string En, IReadOnlyList<Citation> Src,
    bool Required = false, bool Personal = false, Text? Help = null,
    decimal? Min = null, decimal? Max = null, int? MaxLength = null,
    int? MinItems = null, int? MaxItems = null, int? ExactItems = null, IReadOnlyList<string>? UniqueBy = null,
    IReadOnlyList<Field>? Columns = null, IReadOnlyList<Option>? Options = null,
    string? Taxonomy = null, string? Level = null, string? Roster = null,
    int? MaxPages = null, string? Page = null, int? MaxSeconds = null, int? MaxMegabytes = null)
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

/// <summary>Steps before and after a due day. Offsets are days: −7 is a week before, 3 three days after.</summary>
public sealed record ReminderPolicy(
    string Id, string Th, string En, NonWorkingDay NonWorkingDay, IReadOnlyList<ReminderStep> Steps, IReadOnlyList<Citation> Src);

public enum NonWorkingDay
{
    ShiftEarlier,
    SendAnyway,
}

public sealed record ReminderStep(int Offset, TimeOnly At, string When, IReadOnlyList<string> To, IReadOnlyList<string> Channels, string Template);

/// <summary>Mail text. Placeholders: <c>{{task}} {{unit}} {{dueDateLong}} {{cutoff}} {{daysLate}} {{start}} {{end}}</c>.</summary>
public sealed record MessageTemplate(string Id, Text Subject, Text Body);
