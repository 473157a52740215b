using CddFunctions.Ballots.Roll;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>Body of a vote. A contest that is null or left out is an abstention in it.</summary>
public sealed record VoteRequest(IReadOnlyDictionary<string, string?> Choices);

/// <summary>Pure: what a paper may say, as the frozen definition has it (ry-l2 ข้อ ๒ and oq-ry-ballot).</summary>
public static class PaperRules
{
    /// <returns>One entry for each contest, in the definition's order; or a refusal that names every contest with a wrong choice.</returns>
    public static Outcome<ulong[]> Read(Ballot ballot, RollBook book, ulong voter, VoteRequest request)
    {
        var errors = new List<FieldError>();
        foreach (var stranger in request.Choices.Keys.Where(k => !ballot.Contests.Any(c => Same(c.Id, k))))
            errors.Add(new($"choices.{stranger}", "unknown-contest", new("ไม่มีด้านนี้ในการลงคะแนน", "The ballot has no such contest.")));

        var choices = new ulong[ballot.Contests.Count];
        foreach (var (i, contest) in ballot.Contests.Index())
        {
            var given = request.Choices.GetValueOrDefault(contest.Id);
            choices[i] = string.IsNullOrEmpty(given) ? SealedPaper.Abstention : RollEntry.Parse(given) ?? ulong.MaxValue;
            if (Refuse(ballot, book, voter, choices[i]) is { } refusal)
                errors.Add(new($"choices.{contest.Id}", refusal.Code, refusal.Why));
            else if (
                !ballot.SameCandidateInSeveralContests
                && choices[i] != SealedPaper.Abstention
                && choices.AsSpan(0, i).Contains(choices[i])
            )
                errors.Add(
                    new(
                        $"choices.{contest.Id}",
                        "chosen-twice",
                        new("เลือกคนเดียวกันได้เพียงด้านเดียว", "One person can be chosen in one contest only.")
                    )
                );
        }

        return errors.Count > 0 ? BallotProblems.ChoicesRefused(errors) : choices;
    }

    private static (string Code, Text Why)? Refuse(Ballot ballot, RollBook book, ulong voter, ulong choice)
    {
        if (choice == SealedPaper.Abstention)
            return ballot.Abstain ? null : ("choice-missing", new("ต้องเลือกหนึ่งคน", "Choose somebody."));
        if (!book.Stands(choice))
            return ("not-a-candidate", new("ผู้ที่เลือกไม่อยู่ในรายชื่อ", "This is not somebody who can be chosen."));
        return choice == voter && !ballot.Candidates.SelfVote
            ? ("self-vote", new("เลือกตนเองไม่ได้", "You cannot choose yourself."))
            : null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
