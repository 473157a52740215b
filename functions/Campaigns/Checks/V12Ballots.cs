using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V12: the electorate is frozen before voting opens and is as large as its roster; nobody has more votes in a contest than the
/// contest has seats; a secret ballot hides interim results and keeps no time finer than the day (docs/rules.md 2.4).
/// </summary>
internal static class V12Ballots
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        definition.Campaign.Ballots.SelectMany(b =>
            Freeze(definition, b).Concat(Votes(b)).Concat(Electorate(definition, b)).Concat(Secret(b))
        );

    private static IEnumerable<Fault> Freeze(Definition definition, Ballot b)
    {
        if (
            definition.Milestone(b.Electorate.Freeze) is { On: { } on } freeze
            && definition.Milestone(b.Window) is { From: { } from } window
            && on.ToDateTime(freeze.Time ?? definition.Campaign.Calendar.Cutoff) > from.ToDateTime(window.FromTime ?? TimeOnly.MinValue)
        )
        {
            yield return Wrong(
                b,
                "electorate.freeze",
                "ต้องปิดบัญชีผู้มีสิทธิก่อนเปิดลงคะแนน",
                "the electorate must be frozen before voting opens"
            );
        }
    }

    private static IEnumerable<Fault> Votes(Ballot b) =>
        from contest in b.Contests
        where b.VotesPerContest < 1 || b.VotesPerContest > contest.Seats
        select Wrong(
            b,
            "votesPerContest",
            $"คะแนนต่อคน {b.VotesPerContest} มากกว่าตำแหน่ง {contest.Seats} ของ {contest.Id}",
            $"{b.VotesPerContest} votes for {contest.Seats} seats of {contest.Id}"
        );

    private static IEnumerable<Fault> Electorate(Definition definition, Ballot b)
    {
        if (definition.Find<Roster>("rosters", b.Electorate.Roster) is { } roster && roster.Total != b.Electorate.Expected)
            yield return Wrong(
                b,
                "electorate.expected",
                $"ผู้มีสิทธิ {b.Electorate.Expected} แต่บัญชีมี {roster.Total}",
                $"{b.Electorate.Expected} voters, but the roster has {roster.Total}"
            );
    }

    // In a small office a running count or an exact time tells who voted for whom.
    private static IEnumerable<Fault> Secret(Ballot b)
    {
        if (b.Secrecy.Secret && b.Secrecy.InterimResults is not "hidden")
            yield return Wrong(
                b,
                "secrecy.interimResults",
                "การลงคะแนนลับต้องไม่แสดงผลระหว่างทาง (hidden)",
                "a secret ballot must keep interim results hidden"
            );
        if (b.Secrecy.Secret && b.Secrecy.CastTime is not ("none" or "day"))
            yield return Wrong(
                b,
                "secrecy.castTime",
                "การลงคะแนนลับเก็บเวลาได้ไม่ละเอียดกว่าวัน (none, day)",
                "a secret ballot must keep no finer time than the day (none, day)"
            );
    }

    private static Fault Wrong(Ballot b, string member, string th, string en) => Fault.Error("V12", $"ballots/{b.Id}/{member}", th, en);
}
