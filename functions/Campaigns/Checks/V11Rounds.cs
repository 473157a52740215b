using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V11: the numbers of a contest agree. Groups × winners of a group = winners; groups × entrants of a group = entrants; entrants =
/// units of the set, or winners of the round before, that enter; awards = winners. Rounds of a track do not overlap.
/// </summary>
internal static class V11Rounds
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        definition.Campaign.Rounds.SelectMany(r =>
            Numbers(r)
                .Concat(Entry(definition, r))
                .Concat(Awards(definition, r))
                .Concat(Undefined(definition, r))
                .Concat(Sequence(definition, r))
        );

    private static IEnumerable<Fault> Numbers(Round r)
    {
        if (!r.Groups.Times(r.WinnersPerGroup).Agree(r.Winners))
            yield return Wrong(
                r,
                "winners",
                $"{r.Groups} กลุ่ม × {r.WinnersPerGroup} ไม่เท่ากับผู้ชนะ {r.Winners}",
                $"{r.Groups} groups × {r.WinnersPerGroup} winners is not {r.Winners}"
            );
        if (!r.Groups.Times(r.PerGroup).Agree(r.EntrantCount))
            yield return Wrong(
                r,
                "perGroup",
                $"{r.Groups} กลุ่ม × {r.PerGroup} ไม่เท่ากับผู้เข้ารอบ {r.EntrantCount}",
                $"{r.Groups} groups × {r.PerGroup} entrants is not {r.EntrantCount}"
            );
        if (r.Winners.Min > (r.EntrantCount.Max ?? int.MaxValue))
            yield return Wrong(r, "winners", "ผู้ชนะมากกว่าผู้เข้ารอบ", "there are more winners than entrants");
    }

    private static IEnumerable<Fault> Entry(Definition definition, Round r)
    {
        if ((r.Entrants is null) == (r.WinnersOf is null))
            yield return Wrong(
                r,
                "entrants",
                "ต้องระบุ entrants หรือ winnersOf อย่างเดียว",
                "exactly one of entrants and winnersOf is needed"
            );
        else if (Incoming(definition, r) is { } incoming && !incoming.Agree(r.EntrantCount))
            yield return Wrong(
                r,
                "entrantCount",
                $"ผู้เข้ารอบ {r.EntrantCount} แต่ส่งเข้ามา {incoming}",
                $"{r.EntrantCount} entrants, but {incoming} come in"
            );
    }

    private static Count? Incoming(Definition definition, Round r) =>
        definition.Find<Round>("rounds", r.WinnersOf) is { } before
            ? before.Winners.Times(Limits.Exactly(Copies(before, r)))
            : definition.UnitSet(r.Entrants)?.Count;

    /// <summary>
    /// How often the winners of <paramref name="before"/> enter <paramref name="after"/>. This installation runs the contest of one
    /// province, and every other province runs the same round. So a later round that is run elsewhere takes the winners of every unit
    /// of that level in the country: 76 provinces.
    /// </summary>
    private static int Copies(Round before, Round after) =>
        before.Managed && !after.Managed ? Math.Max(1, UnitSetMembers.Within(Areas.Country, before.Level).Count) : 1;

    private static IEnumerable<Fault> Awards(Definition definition, Round r) =>
        from id in r.Awards
        let award = definition.Find<Award>("awards", id)
        where award is not null && !award.Count.Agree(r.Winners)
        select Fault.Error(
            "V11",
            $"awards/{id}/count",
            $"รางวัล {award.Count} แต่ผู้ชนะ {r.Winners}",
            $"{award.Count} awards for {r.Winners} winners"
        );

    private static IEnumerable<Fault> Undefined(Definition definition, Round r)
    {
        if (
            definition.Find<Rubric>("rubrics", r.Rubric) is { Status: RubricStatus.ToBeDefined }
            && r.Gate?.Any(g => definition.Has("openQuestions", g)) is not true
        )
            yield return Wrong(
                r,
                "gate",
                "เกณฑ์ยังไม่กำหนด ต้องรอคำถามที่เปิดอยู่",
                "its rubric is still to be defined, so an open question must gate it"
            );
    }

    private static IEnumerable<Fault> Sequence(Definition definition, Round r)
    {
        foreach (var before in definition.Campaign.Rounds.Where(b => b != r && IsBefore(b, r)))
        {
            if (before.Order == r.Order)
                yield return Wrong(r, "order", $"ลำดับซ้ำกับ {before.Id}", $"it has the same order as {before.Id}");
            else if (definition.Days(before.Window)?.To >= definition.Days(r.Window)?.From)
                yield return Wrong(r, "window", $"เริ่มก่อนรอบ {before.Id} จบ", $"it starts before the round {before.Id} is over");
        }

        if (definition.Find<Round>("rounds", r.WinnersOf) is { } source && !(IsBefore(source, r) && source.Order < r.Order))
            yield return Wrong(r, "winnersOf", "ต้องเป็นรอบก่อนหน้าในสายเดียวกัน", "it must be an earlier round of the same track");
    }

    private static bool IsBefore(Round a, Round b) => string.Equals(a.Track, b.Track, StringComparison.Ordinal) && a.Order <= b.Order;

    private static Fault Wrong(Round r, string member, string th, string en) => Fault.Error("V11", $"rounds/{r.Id}/{member}", th, en);
}
