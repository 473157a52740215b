namespace CddFunctions.Ballots.Pages;

/// <summary>Paper, receipt, result, slips and announcement of a ballot.</summary>
public sealed record VoteTexts(
    string SignIn, string Code, string Enter, string Voter, string Window, string Changed, string Search, string Find,
    string Found, string Abstain, string Review, string ReviewTitle, string ReviewNote, string Send, string Edit,
    string Voted, string VotedNote, string ReceiptTitle, string ReceiptNote, string Check, string CheckCode, string Counted,
    string NotCounted, string AfterClose, string Roll, string Result, string NoResult, string Turnout, string Votes,
    string FewVotes, string NoWinner, string Tie, string Share, string Lot, string Chair, string Seed,
    string Announcement, string Certificates, string Slips, string SlipNote, string NoQuorum);
