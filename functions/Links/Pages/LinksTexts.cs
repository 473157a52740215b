namespace CddFunctions.Links.Pages;

/// <summary>List of links, one link, its revocation, and the sheet of slips.</summary>
public sealed record LinksTexts(
    string Menu, string Title, string Explain, string Groups, string OthersTab, string NoOffices, string MakeAll, string MakeAllDone, string MadeAll, string MadeLeft,
    string MakeOne, string MakeMore, string Expiry, string Day, string Month, string Year, string ExpiryNote, string None, string Owes, string Live, string Expired,
    string Revoked, string CreatedAt, string ExpiresAt, string RevokedAt, string Address, string Copy, string Copied, string Open, string Qr, string ShownOnce,
    string ShownNow, string PrintOne, string Sheet, string SheetOf, string SheetNote, string SheetNone, string SheetMissing, string Pages,
    string Revoke, string RevokeTitle, string RevokeNote, string RevokeOwn, string RevokeOwnAgain, string RevokeSure, string RevokeOwnSure, string Keep, string Yours,
    string SharedVoters, string NewLink, string Back, string Name, string NameNote, string Seat, string SeatNote, string Task, string MakeFor, string Older,
    LinkRoleTexts Roles, LinkRoleTexts RoleNotes, SlipTexts Slip);

public sealed record LinkRoleTexts(string Admin, string Officer, string Judge, string Voter, string Viewer, string Intake);

/// <summary>Words of the printed slips, which are always Thai.</summary>
public sealed record SlipTexts(string Office, string How, string Keep, string Until);
