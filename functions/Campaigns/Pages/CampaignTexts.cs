namespace CddFunctions.Campaigns.Pages;

/// <summary>The definition as people read it.</summary>
/// <param name="Words">Names of the values of enums, <c>FieldKind.Money</c>; a test finds those that are missing.</param>
/// <param name="Collections">Names of the sections of a campaign file.</param>
/// <param name="Terms">Words for the free codes of a file, such as tie-breaks; a code without words is shown as it is.</param>
public sealed record CampaignTexts(
    string Menu,
    string Title,
    string Contents,
    string Meta,
    string Legend,
    string Of,
    CampaignHeads Heads,
    CampaignLabels Labels,
    LimitTexts Limits,
    DecisionTexts Decisions,
    IReadOnlyDictionary<string, string> Words,
    IReadOnlyDictionary<string, string> Collections,
    IReadOnlyDictionary<string, string> Terms
);

/// <summary>Headings of the sections.</summary>
public sealed record CampaignHeads(
    string Sources,
    string Dates,
    string Units,
    string People,
    string Tasks,
    string Forms,
    string Contests,
    string Ballots,
    string Money,
    string Amendments,
    string Contradictions,
    string Questions,
    string Privacy
);

public sealed record CampaignLabels(
    string InHand,
    string NotInHand,
    string From,
    string To,
    string AttachedTo,
    string Printed,
    string Holidays,
    string Cutoff,
    string ElsewhereRun,
    string Count,
    string NotChosen,
    string ChosenBy,
    string ChooseUnits,
    string More,
    string Owner,
    string PerUnit,
    string Province,
    string Receives,
    string Due,
    string NoDue,
    string Window,
    string Late,
    string LateTaken,
    string LateUntil,
    string LateRefused,
    string Form,
    string NoForm,
    string Reviewer,
    string Choice,
    string After,
    string Aggregates,
    string Times,
    string Optional,
    string Required,
    string Personal,
    string Awaited,
    string Repeatable,
    string Anonymous,
    string Rules,
    string Rosters,
    string RosterSize,
    string Entrants,
    string WinnersOf,
    string Winners,
    string Panel,
    string Criteria,
    string NoCriteria,
    string TieBreaks,
    string Awards,
    string Gate,
    string Contest,
    string Electorate,
    string Roll,
    string Result,
    string Announcement,
    string NoBudget,
    string Baht,
    string Effective,
    string Before,
    string Now,
    string Controller,
    string NotCollected,
    string Kept,
    string Reports
);

/// <summary>Limits of fields, with their numbers.</summary>
public sealed record LimitTexts(
    string Between,
    string AtLeast,
    string AtMost,
    string Characters,
    string Items,
    string ItemsAtLeast,
    string ItemsExactly,
    string PagesOf,
    string Seconds,
    string Megabytes,
    string Unique,
    string FromLevel,
    string FromRoster,
    string Options
);

public sealed record DecisionTexts(
    string Says,
    string Default,
    string Why,
    string Decides,
    string Affects,
    string Ask,
    string Blocks,
    string HowTitle,
    string How,
    string Waiting
);

/// <summary>Places that a letter leaves open.</summary>
public sealed record ChooseTexts(
    string Title,
    string Explain,
    string Chosen,
    string Rule,
    string ChosenOnly,
    string AllChosen,
    string Missing,
    string NotAll,
    string LackIn,
    string Until,
    string UntilPast,
    string Save,
    string Saved,
    string NothingSaved,
    string NoParents,
    string InPlace,
    string VillageNote,
    string Manual,
    string ManualNote,
    string Unlisted,
    string Back,
    string BackToStart
);
