using System.Text.Json.Serialization;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

public sealed record Level(string Id, string Th, string En, int Rank);

/// <summary>
/// A place or office that owes something. Its id is its administrative code (2, 4, 6 or 8 digits), so codes nest: 2101 is in 21.
/// </summary>
public sealed record Unit(string Code, string Level, string Th, string En)
{
    [JsonIgnore]
    public Text Name => new(Th, En);

    /// <summary>True for the unit itself and for every unit inside it.</summary>
    public bool Covers(string code) => code.StartsWith(Code, StringComparison.Ordinal);
}

/// <summary>
/// Units that a task, roster or round is about: listed (<paramref name="Members"/>), all of a level inside an area
/// (<paramref name="Within"/>: an administrative code, or <c>th</c> for the country), or picked when the campaign runs
/// (<paramref name="Chosen"/>). Not managed: part of the programme, outside this installation.
/// </summary>
public sealed record UnitSet(
    string Id,
    string Th,
    string En,
    string Level,
    Count Count,
    IReadOnlyList<Citation> Src,
    IReadOnlyList<string>? Members = null,
    string? Within = null,
    ChosenUnits? Chosen = null,
    bool Managed = true
);

/// <summary>Units picked at run time inside the units of another set, by a role, so many in each.</summary>
public sealed record ChosenUnits(string From, string By, Count? PerParent = null);

public sealed record Body(
    string Id,
    string Th,
    string En,
    string Kind,
    string Level,
    int Count,
    IReadOnlyList<Citation> Src,
    string? OneFor = null,
    string? AppointedBy = null,
    bool Managed = true
);

/// <summary>
/// A post, never a person. <paramref name="Level"/> says which office acts: an officer of a district acts for all units in it.
/// </summary>
public sealed record Role(
    string Id,
    string Th,
    string En,
    string Level,
    IReadOnlyList<Right> Can,
    IReadOnlyList<Citation> Src,
    string? Body = null,
    string? ReportsTo = null
);

public enum Right
{
    View,
    Submit,
    Review,
    Return,
    Select,
    Score,
    Chair,
    Vote,
    Publish,
    ManageRoster,
    ManageCampaign,
    ReceiveEscalation,
    Export,
    ExportPersonal,
    Audit,
}

/// <summary>
/// A list of people: <paramref name="Size"/> entries in each unit of <paramref name="Per"/> (or in all, without it),
/// <paramref name="Total"/> altogether. The entries' columns are the fields of <paramref name="Form"/>.
/// </summary>
public sealed record Roster(
    string Id,
    string Th,
    string En,
    Count Size,
    int Total,
    string Form,
    string Owner,
    IReadOnlyList<Citation> Src,
    string? Per = null,
    string? Freeze = null
);

/// <summary>
/// A date or period. Windows have From and To; month precision covers whole months. Dates are CE; <paramref name="Printed"/> is the
/// Thai text.
/// </summary>
public sealed record Milestone(
    string Id,
    string Th,
    string En,
    MilestoneKind Kind,
    IReadOnlyList<Citation> Src,
    DateOnly? On = null,
    DateOnly? From = null,
    DateOnly? To = null,
    TimeOnly? Time = null,
    TimeOnly? FromTime = null,
    string? Printed = null,
    Precision Precision = Precision.Day,
    bool Past = false
)
{
    /// <summary>The last day: of the deadline, event or issue itself, or of the window.</summary>
    [JsonIgnore]
    public DateOnly LastDay => To ?? On ?? throw new InvalidOperationException($"{Id} has no date");

    [JsonIgnore]
    public DateOnly FirstDay => From ?? LastDay;
}

public enum MilestoneKind
{
    Issued,
    Event,
    Deadline,
    Window,
}

public enum Precision
{
    Day,
    Month,
}
