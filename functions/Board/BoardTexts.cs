namespace CddFunctions.Board;

/// <summary>The board, and the forms that accept and return.</summary>
public sealed record BoardTexts(
    string Title, string HandedIn, string Links, string Print, string Matrix, string Nothing, string District, string State, string All, string Show,
    string Clear, string Legend, string MeansOverdue, string MeansReturned, string MeansWaiting, string MeansOpen, string MeansHandedIn,
    string MeansAccepted, string MeansNotNeeded, string Unit, string Units, string Late, string Pages, string Previous, string Next, string PageOf,
    string Waiting, string NothingWaits, string OldestOf, string Waited, string WaitedToday, string Accept, string AcceptNote, string AcceptNow, string Return,
    string ReturnNote, string More, string ReturnNow, ReasonTexts Reasons, string DoneAccept, string DoneReturn, string DoneExtend);

/// <summary>Why hand-ins are returned most often.</summary>
public sealed record ReasonTexts(string Files, string Unreadable, string Incomplete, string Figures, string Form);
