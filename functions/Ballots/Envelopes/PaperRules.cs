using System.Text.Json.Serialization;
using CddFunctions.Ballots.Roll;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>Body of a vote. Every contest of the ballot is named, with the id of a candidate or the word <c>abstain</c>.</summary>
public sealed record VoteRequest(IReadOnlyDictionary<string, string?> Choices)
{
    /// <summary>Contests that a form named more than once. JSON that does so cannot be read at all.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Twice { get; init; } = [];
}

/// <summary>Pure: what a paper may say, as the frozen definition has it (ry-l2 ข้อ ๒ and oq-ry-ballot).</summary>
public static class PaperRules
{
    /// <summary>Says in so many words that nobody is chosen in a contest. A contest that is left out is a fault, never this.</summary>
    public const string Abstain = "abstain";

    /// <returns>One entry for each contest, in the definition's order; or a refusal that names every fault of the paper.</returns>
    public static Outcome<ulong[]> Read(Ballot ballot, RollBook book, ulong voter, VoteRequest request)
    {
        var errors = new List<FieldError>();
        foreach (var stranger in request.Choices.Keys.Where(k => !ballot.Contests.Any(c => Same(c.Id, k))))
            errors.Add(Fault(stranger, "unknown-contest", new("ไม่มีด้านนี้ในการลงคะแนน", "The ballot has no such contest.")));
        foreach (var contest in request.Twice)
            errors.Add(Fault(contest, "contest-twice", new("ส่งด้านนี้มามากกว่าหนึ่งครั้ง", "This contest was named more than once.")));

        var choices = new ulong[ballot.Contests.Count];
        foreach (var (i, contest) in ballot.Contests.Index())
        {
            var given = request.Choices.GetValueOrDefault(contest.Id);
            choices[i] = given is Abstain ? SealedPaper.Abstention : RollEntry.Parse(given) ?? ulong.MaxValue;
            if ((Refuse(ballot, book, voter, given, choices[i]) ?? RefuseTwice(ballot, choices.AsSpan(0, i), choices[i])) is { } refusal)
                errors.Add(Fault(contest.Id, refusal.Code, refusal.Why));
        }

        return errors.Count > 0 ? BallotProblems.ChoicesRefused(errors) : choices;
    }

    private static (string Code, Text Why)? Refuse(Ballot ballot, RollBook book, ulong voter, string? given, ulong choice)
    {
        if (string.IsNullOrWhiteSpace(given))
            return (
                "choice-missing",
                ballot.Abstain
                    ? new(
                        "ยังไม่ได้เลือก ให้เลือกหนึ่งคน หรือเลือก “ไม่เลือกใครในด้านนี้”",
                        "Choose somebody, or say that you choose nobody (abstain)."
                    )
                    : new("ยังไม่ได้เลือก ต้องเลือกหนึ่งคน", "Choose somebody.")
            );
        if (choice == SealedPaper.Abstention)
            return ballot.Abstain
                ? null
                : ("abstain-not-allowed", new("ด้านนี้ต้องเลือกหนึ่งคน", "Somebody has to be chosen in this contest."));
        if (!book.Stands(choice))
            return ("not-a-candidate", new("ผู้ที่เลือกไม่อยู่ในรายชื่อ", "This is not somebody who can be chosen."));
        return choice == voter && !ballot.Candidates.SelfVote
            ? ("self-vote", new("เลือกตนเองไม่ได้", "You cannot choose yourself."))
            : null;
    }

    private static (string Code, Text Why)? RefuseTwice(Ballot ballot, ReadOnlySpan<ulong> before, ulong choice) =>
        !ballot.SameCandidateInSeveralContests && choice != SealedPaper.Abstention && before.Contains(choice)
            ? ("chosen-twice", new("เลือกคนเดียวกันได้เพียงด้านเดียว", "One person can be chosen in one contest only."))
            : null;

    private static FieldError Fault(string contest, string code, Text why) => new($"choices.{contest}", code, why);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
