using System.Text.Json.Serialization;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>
/// A secret vote: contests, electorate, candidates, window, ties, publication. A rule of the vote that no clause of a letter states
/// is assumed, and the gate names what must be confirmed first (docs/rules.md 2.4).
/// </summary>
public sealed record Ballot(
    string Id,
    string Th,
    string En,
    IReadOnlyList<Contest> Contests,
    Electorate Electorate,
    Candidates Candidates,
    string Window,
    int VotesPerContest,
    bool Abstain,
    bool SameCandidateInSeveralContests,
    Secrecy Secrecy,
    IReadOnlyList<TieBreak> TieBreaks,
    Publication Publish,
    string Award,
    string Reminders,
    IReadOnlyList<Citation> Src,
    string Identification = "personal-link",
    string Change = "final-once-cast",
    int MinTurnoutPercent = 0,
    IReadOnlyList<string>? Gate = null,
    bool Managed = true
)
{
    [JsonIgnore]
    public Text Title => new(Th, En);
}

public sealed record Contest(string Id, string Th, string En, string Item, int Seats = 1);

public sealed record Electorate(string Roster, int Expected, string Freeze, Basis Basis);

public sealed record Candidates(string Roster, string Nomination, bool SelfVote, bool Withdrawal, Basis Basis);

public sealed record Secrecy(
    bool Secret,
    string InterimResults,
    string InterimTurnout,
    string CastTime,
    int MinCellForPublication,
    string Receipt,
    Basis Basis
);
