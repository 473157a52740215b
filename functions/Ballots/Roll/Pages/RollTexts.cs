namespace CddFunctions.Ballots.Roll.Pages;

/// <summary>The roll of a ballot, for administrators.</summary>
public sealed record RollTexts(
    string Title, string State, string None, string Voters, string Expected, string Differs, string FrozenAt, string NotFrozen, string Slips,
    string Put, string PutNote, string PutNow, string FromRoster, string Columns, string Add, string AddNote, string AddNow, string Reason,
    string Freeze, string FreezeTitle, string FreezeNote, string FreezeNow, string Withdrawn, string WithdrawnNote, string Back,
    string WasPut, string WasAdded, string WasFrozen, string MoreFaults,
    string People, string Name, string Position, string Office, string Parts, string Part, string Earlier, string Later);
