using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>How entries are scored. To-be-defined rubrics have no criteria yet and their rounds must be gated (V11).</summary>
public sealed record Rubric(
    string Id, string Th, string En, RubricStatus Status, Basis WeightsBasis,
    IReadOnlyList<Criterion> Criteria, IReadOnlyList<Citation> Src, Scale? Scale = null);

public enum RubricStatus
{
    Complete,
    ToBeDefined,
}

public sealed record Scale(decimal Min, decimal Max, decimal Step, Basis Basis);

/// <summary>One criterion; weights of a rubric sum to 100. When letters word it differently, exactly one variant is in use.</summary>
public sealed record Criterion(
    string Id, string Th, string En, decimal Weight, IReadOnlyList<Citation> Src,
    IReadOnlyList<string>? Evidence = null, IReadOnlyList<Variant>? Variants = null);

public sealed record Variant(string Th, string En, bool InUse, IReadOnlyList<Citation> Src);

/// <summary>One step of a contest: who enters, how they are grouped, how many win, who judges, when, and what must be decided first.</summary>
/// <param name="Entrants">Unit set that enters the first round; later rounds name <paramref name="WinnersOf"/>.</param>
/// <param name="Requires">Tasks whose hand-ins must be accepted before an entrant is judged.</param>
/// <param name="Gate">Contradictions and open questions that must be confirmed before the round opens.</param>
public sealed record Round(
    string Id, string Th, string En, int Order, string Track, string Level, string GroupBy,
    Count EntrantCount, Count Groups, Count PerGroup, Count WinnersPerGroup, Count Winners,
    Panel Panel, string Rubric, string Aggregate, IReadOnlyList<TieBreak> TieBreaks,
    IReadOnlyList<string> Awards, Publication Publish, IReadOnlyList<Citation> Src,
    string? Entrants = null, string? WinnersOf = null, IReadOnlyList<string>? Requires = null,
    string? Window = null, Basis WindowBasis = Basis.Stated, int Decimals = 2,
    IReadOnlyList<string>? Gate = null, bool Managed = true);

public sealed record Panel(string Body, Basis Basis, int? MinJudges = null, bool ChairVotes = false, string? Recusal = null, bool Blind = false);

public sealed record TieBreak(string Rule, Basis Basis, string? Criterion = null);

public sealed record Publication(string What, IReadOnlyList<string> To, string Approver);

/// <param name="To">Who receives it: office, tambon, person.</param>
public sealed record Award(
    string Id, string Th, string En, string Kind, Count Count, string To, IReadOnlyList<Citation> Src,
    Money? Money = null, Text? Purpose = null);

/// <summary>Whole baht, with the words printed beside the figures when there are any (V9 compares them).</summary>
public sealed record Money(decimal Baht, string? WordsTh = null);

/// <summary>A secret vote: contests, electorate, candidates, window, ties, publication. Rules without a clause are assumed and gated.</summary>
public sealed record Ballot(
    string Id, string Th, string En, IReadOnlyList<Contest> Contests, Electorate Electorate, Candidates Candidates,
    string Window, int VotesPerContest, bool Abstain, bool SameCandidateInSeveralContests, Secrecy Secrecy,
    IReadOnlyList<TieBreak> TieBreaks, Publication Publish, string Award, string Reminders, IReadOnlyList<Citation> Src,
    string Identification = "personal-link", string Change = "final-once-cast", int MinTurnoutPercent = 0,
    IReadOnlyList<string>? Gate = null, bool Managed = true);

public sealed record Contest(string Id, string Th, string En, string Item, int Seats = 1);

public sealed record Electorate(string Roster, int Expected, string Freeze, Basis Basis);

public sealed record Candidates(string Roster, string Nomination, bool SelfVote, bool Withdrawal, Basis Basis);

public sealed record Secrecy(bool Secret, string InterimResults, string InterimTurnout, string CastTime, int MinCellForPublication, string Receipt, Basis Basis);

/// <summary>A count read from a public page, by hand, with evidence.</summary>
public sealed record Metric(
    string Id, string Th, string En, string Subject, IReadOnlyList<string> Channels, IReadOnlyList<string> Components,
    string Reading, string Cadence, string Window, string EnteredBy, string Form, IReadOnlyList<string> Checks,
    IReadOnlyList<Citation> Src, bool Managed = true);

/// <summary>Stages multiply: bodies × per × per = sample (V13).</summary>
public sealed record Sampling(
    string Id, string Th, string En, string By, int Bodies, IReadOnlyList<SamplingStage> Stages, int Sample,
    string Method, bool RecordSeed, string Metric, IReadOnlyList<Citation> Src, bool Managed = true);

public sealed record SamplingStage(string Level, int Per, string Of);

/// <summary>Top N by weighted counts; feeds no judged round unless one is named.</summary>
public sealed record Ranking(
    string Id, string Th, string En, string Metric, IReadOnlyDictionary<string, decimal> Weights, Basis WeightsBasis,
    string AsOf, int Top, string Award, IReadOnlyList<TieBreak> TieBreaks, string By, IReadOnlyList<Citation> Src,
    string? FeedsRound = null, bool Managed = true, IReadOnlyList<string>? Gate = null);

public sealed record Visit(
    string Id, string Th, string En, string By, string To, string Window, IReadOnlyList<Citation> Src,
    string? Form = null, Count? Times = null, bool Managed = true);

/// <param name="Slots">How many presentations of how many minutes each.</param>
public sealed record CampaignEvent(
    string Id, string Th, string En, string Kind, IReadOnlyList<string> Invited, IReadOnlyList<Citation> Src,
    string? When = null, Count? Places = null, int? Days = null, Slots? Slots = null, bool Managed = true);

public sealed record Slots(string Per, int MinutesEach, int Number);

public sealed record Publicity(
    string Id, string Th, string En, string Channel, string By, bool Continuous, IReadOnlyList<Citation> Src,
    string? Metric = null, IReadOnlyList<string>? NameVariants = null, bool Managed = true);

/// <param name="None">The letter says that no budget is used.</param>
public sealed record Budget(
    string Id, string Th, string En, IReadOnlyList<Citation> Src,
    bool None = false, Money? Money = null, string? ForUnit = null, int? Activities = null);
