namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>A unit's list.</summary>
public sealed record RosterTexts(
    string Title, string State, string HandIn, string SeeHandIn, string Template, string People, string Needed, string Locked, string Privacy,
    string EmptyRows, string Save, string Check, string SaveIsNotHandIn, string Number, string Row,
    string Saved, string Checked, string NothingSaved, string MoreFaults, string SomebodyElse,
    string NoEarlier, string NoChanges, string Changes, string AgainstAccepted, string AgainstBefore, string AgainstOther, string Added, string Corrected, string Removed,
    string Ways, string WaysNote, string Paste, string PasteHelp, string File, string FileHelp, string Show, string PastedOver);
