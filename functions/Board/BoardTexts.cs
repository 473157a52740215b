namespace CddFunctions.Board;

/// <summary>The board.</summary>
public sealed record BoardTexts(
    string Menu,
    string Title,
    string HandedIn,
    string Links,
    string Print,
    string Matrix,
    string Nothing,
    string District,
    string State,
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
    string Unit,
    string Units,
    string Late,
    string Pages,
    string PageOf,
    string Waiting,
    string NothingWaits,
    string OldestOf,
    string Waited,
    string WaitedToday
);

/// <summary>How the whole programme stands.</summary>
public sealed record OverviewTexts(
    string Menu,
    string Title,
    string Total,
    string Tasks,
    string Task,
    string HandedIn,
    string OfUnits,
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
public sealed record OwnTexts(string Menu, string Title, string ToDo, string NothingToDo, string NotNeeded, string HandedIn, string None);
