namespace CddFunctions.Board;

/// <summary>The board.</summary>
public sealed record BoardTexts(
    string Menu,
    string Title,
    string HandedIn,
    string Counts,
    string LateList,
    string Links,
    string Print,
    string Matrix,
    string Nothing,
    string District,
    string State,
    string Timing,
    string All,
    string Show,
    string Clear,
    string Legend,
    string MeansOverdue,
    string MeansReturned,
    string MeansWaiting,
    string MeansOpen,
    string MeansHandedIn,
    string MeansAccepted,
    string MeansNotNeeded,
    string UndoAt,
    string Unit,
    string Units,
    string Late,
    string Pages,
    string PageOf,
    string OnlyMatching,
    string Waiting,
    string WaitingCounts,
    string NothingWaits,
    string OldestOf,
    string Waited,
    string WaitedToday
);

/// <summary>How the whole programme stands.</summary>
public sealed record OverviewTexts(
    string Menu,
    string Title,
    string NobodyLate,
    string LateList,
    string MoreUnits,
    string AllWaiting,
    string Next,
    string NothingNext,
    string UnitsLeft,
    string Districts,
    string District,
    string Total,
    string Tasks,
    string Task,
    string HandedIn,
    string Accepted,
    string OnTime,
    string Late,
    string Overdue,
    string NoUnits,
    string Explain,
    string Province,
    string ProvinceNote,
    string ProvinceDone,
    string ProvinceRest,
    string Files,
    string Workbook,
    string WorkbookAsOf,
    string NoWorkbook,
    string Json
);

/// <summary>What one office has to do.</summary>
public sealed record OwnTexts(
    string Menu,
    string Title,
    string ToDo,
    string NothingToDo,
    string NotNeeded,
    string HandedIn,
    string None,
    string OwnPlaces,
    string NameSet,
    string OpenSet
);

/// <summary>Who is late, as text to copy.</summary>
public sealed record LateTexts(
    string Title,
    string Note,
    string Cut,
    string Nobody,
    string Copy,
    string Copied,
    string Board,
    string Heading,
    string Days,
    string Today,
    string More
);

/// <summary>The steps that start a programme.</summary>
public sealed record StepsTexts(
    string Title,
    string Progress,
    string Next,
    string Done,
    string Places,
    string ByOffices,
    string ByOfficesNote,
    string OpenChoice,
    string People,
    string HavePeople,
    string PeopleNote,
    string Links,
    string Linked,
    string OpenLinks,
    string Slips,
    string Started,
    string SlipsNote,
    string Print,
    string Questions,
    string Answered,
    string QuestionsNote,
    string ShowQuestions,
    string Default,
    string OpenQuestions
);
