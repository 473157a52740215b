namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>A unit's list, and the roll of a ballot.</summary>
public sealed record RosterTexts(
    string Title, string State, string HandIn, string SeeHandIn, string Template, string People, string Needed, string Locked, string Privacy,
    string EmptyRows, string Save, string Check, string SaveIsNotHandIn, string Number, string Row,
    string Saved, string Checked, string NothingSaved, string MoreFaults, string SomebodyElse,
    string NoEarlier, string NoChanges, string Changes, string AgainstAccepted, string AgainstBefore, string AgainstOther, string Added, string Corrected, string Removed,
    string Ways, string WaysNote, string Paste, string PasteHelp, string File, string FileHelp, string Show, string PastedOver,
    RollTexts Roll);

/// <summary>The roll of a ballot, for administrators.</summary>
public sealed record RollTexts(
    string Title, string State, string None, string Voters, string Expected, string Differs, string FrozenAt, string NotFrozen, string Slips,
    string Put, string PutNote, string PutNow, string FromRoster, string Columns, string Add, string AddNote, string AddNow, string Reason,
    string Freeze, string FreezeTitle, string FreezeNote, string FreezeNow, string Withdrawn, string WithdrawnNote, string Back,
    string WasPut, string WasAdded, string WasFrozen, string MoreFaults,
    string People, string Name, string Position, string Office, string Parts, string Part, string Earlier, string Later);
