using System.Text.Json.Serialization;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>
/// Who owes what to whom by when. One obligation for each unit of <paramref name="Per"/>, or one for the province without it.
/// </summary>
/// <param name="Owner">Role that hands in.</param>
/// <param name="To">Role or body that receives.</param>
/// <param name="Form">Form that is handed in; without one the unit only reports that the task is done, with an optional note.</param>
/// <param name="Due">Milestone with the last day; none = a task without a date.</param>
/// <param name="Window">Period in which the work happens. Its end is no deadline unless <paramref name="Due"/> says so.</param>
/// <param name="Times">How many hand-ins a unit owes when the form is repeatable (default: at least one).</param>
/// <param name="Choice">Choice group: "one of these".</param>
/// <param name="Aggregates">Task whose accepted hand-ins this one gathers.</param>
/// <param name="Feeds">Rounds that judge the hand-in.</param>
/// <param name="After">Tasks or milestones that come first.</param>
/// <param name="Reviewer">Role that accepts or returns.</param>
/// <param name="Channels">Ways of sending that the letters name.</param>
public sealed record CampaignTask(
    string Id,
    string Th,
    string En,
    TaskKind Kind,
    string Owner,
    Basis DueBasis,
    IReadOnlyList<Citation> Src,
    string? Per = null,
    string? To = null,
    string? Form = null,
    string? Due = null,
    string? Window = null,
    Count? Times = null,
    string? Choice = null,
    string? Aggregates = null,
    IReadOnlyList<string>? Feeds = null,
    IReadOnlyList<string>? After = null,
    Late? Late = null,
    string? Reviewer = null,
    string? Reminders = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<string>? Channels = null,
    bool Mandatory = true,
    bool Managed = true
)
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

/// <summary>
/// What becomes of a submission after the due instant: it is taken and marked late, until the end of the milestone
/// <paramref name="Until"/> when one is named, or refused when <paramref name="Accept"/> is false (docs/rules.md 2.3, rule 3).
/// </summary>
public sealed record Late(bool Accept, string? Until = null);

/// <summary>
/// Tasks among which a unit chooses. The group is complete for a unit when Min
/// to Max of its tasks are accepted (docs/rules.md 2.3, rule 7).
/// </summary>
public sealed record ChoiceGroup(string Id, string Th, string En, int Min, int Max, string Per, IReadOnlyList<Citation> Src);
