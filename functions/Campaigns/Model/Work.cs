using System.Text.Json.Serialization;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>
/// Who owes what to whom by when. One obligation for each unit of <paramref name="Per"/>, or one for the province without it.
/// </summary>
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

/// <summary>After the due instant: taken with a mark, until the end of a milestone when one is named; refused when not accepted.</summary>
public sealed record Late(bool Accept, string? Until = null);

/// <summary>Complete for a unit when between Min and Max of its tasks are accepted.</summary>
public sealed record ChoiceGroup(string Id, string Th, string En, int Min, int Max, string Per, IReadOnlyList<Citation> Src);
