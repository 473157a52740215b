using System.Text.Json;
using CddFunctions.Audit.Pages;
using CddFunctions.Board;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Links.Pages;
using CddFunctions.Platform;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Submissions.Rosters.Pages;

namespace CddFunctions.Web;

/// <summary>
/// Every word of the pages, one file per language (<c>Texts/th.json</c>, <c>en.json</c>). The members are the keys: a use
/// of a missing one does not compile, and a file that lacks one, or has one too many, does not load.
/// </summary>
public sealed record PageTexts(
    SiteTexts Site, MenuTexts Menu, OverviewTexts Overview, OwnTexts Own, StateTexts States, ReceiptTexts Receipt, RefusalTexts Refusal, MessageTexts Messages,
    VoteTexts Vote, HandInTexts HandIn, RosterTexts Roster, BoardTexts Board, HistoryTexts History, LinksTexts Links, ProgrammeTexts Programme, AuditTexts Audit)
{
    public static readonly PageTexts Thai = Load("th");
    public static readonly PageTexts English = Load("en");

    public static PageTexts In(bool english) => english ? English : Thai;

    private static PageTexts Load(string language)
    {
        using var file = typeof(PageTexts).Assembly.GetManifestResourceStream($"Texts.{language}.json")!;
        return JsonSerializer.Deserialize<PageTexts>(file, Json.Options)!;
    }
}

public sealed record SiteTexts(
    string Language, string OtherLanguage, string Skip, string Rehearsal, string AsOf, string Moment, string Due, string NoDue, string Print);

public sealed record MenuTexts(string Label, string Own, string Overview, string Board, string Links, string Programme, string Audit);

public sealed record OverviewTexts(
    string Title, string Total, string Tasks, string Task, string HandedIn, string OfUnits, string Accepted, string OnTime, string Late,
    string Overdue, string NoUnits, string Choice, string Explain, string Files, string Workbook, string WorkbookAsOf, string NoWorkbook, string Json);

public sealed record OwnTexts(
    string Title, string ToDo, string NothingToDo, string NotNeeded, string HandedIn, string Reason, string Extended, string SubmittedAt,
    string Receipt, string Times, string None);

public sealed record StateTexts(
    string Open, string Submitted, string HandedIn, string Returned, string Accepted, string Overdue, string NotNeeded, string OnTime, string Late);

public sealed record ReceiptTexts(
    string Title, string Number, string Task, string Unit, string Revision, string ReceivedAt, string Timing, string Warnings, string Missing, string Back);

/// <summary>Pages that say why there is nothing else to see.</summary>
public sealed record RefusalTexts(string GoBack);

public sealed record MessageTexts(
    MessageText SignInNeeded, MessageText LinkInvalid, MessageText OtherCampaign, MessageText NoPage, MessageText UnknownCampaign, MessageText IntakeLink, MessageText UnknownLink,
    MessageText UnknownRevision, MessageText UnknownUnitSet);

public sealed record MessageText(string Title, string Detail);

/// <summary>Paper, receipt, result, slips and announcement of a ballot.</summary>
public sealed record VoteTexts(
    string SignIn, string Code, string Enter, string Voter, string Window, string Changed, string Search, string Find,
    string Found, string Abstain, string Review, string ReviewTitle, string ReviewNote, string Send, string Edit,
    string Voted, string VotedNote, string ReceiptTitle, string ReceiptNote, string Check, string CheckCode, string Counted,
    string NotCounted, string AfterClose, string Roll, string Result, string NoResult, string Turnout, string Votes,
    string FewVotes, string NoWinner, string Tie, string Share, string Lot, string Chair, string Seed,
    string Announcement, string Certificates, string Slips, string SlipNote, string NoQuorum);
