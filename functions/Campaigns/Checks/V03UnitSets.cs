using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V3: a set says in one way which units it has, they are of its level and as many as it says; one body for each unit.</summary>
internal static class V03UnitSets
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        [
            .. definition.Campaign.UnitSets.SelectMany(s => OneWay(s).Concat(Size(definition, s)).Concat(Levels(definition, s))),
            .. Bodies(definition),
        ];

    private static IEnumerable<Fault> OneWay(UnitSet set)
    {
        var ways = (set.Members is null ? 0 : 1) + (set.Within is null ? 0 : 1) + (set.Chosen is null ? 0 : 1);
        if (ways > 1 || (ways == 0 && set.Managed))
            yield return Fault.Error(
                "V3",
                $"unitSets/{set.Id}",
                "ต้องระบุ members, within หรือ chosen อย่างเดียว",
                "exactly one of members, within and chosen is needed"
            );
    }

    private static IEnumerable<Fault> Size(Definition definition, UnitSet set)
    {
        var size = UnitSetMembers.Of(set) is { } members
            ? Limits.Exactly(members.Distinct(StringComparer.Ordinal).Count())
            : Chosen(definition, set);
        if (size is not null && !set.Count.Agree(size))
            yield return Fault.Error(
                "V3",
                $"unitSets/{set.Id}/count",
                $"ระบุ {set.Count} แต่นับได้ {size}",
                $"it says {set.Count}, but there are {size}"
            );
    }

    private static Count? Chosen(Definition definition, UnitSet set) =>
        set.Chosen is { PerParent: { } each } chosen && definition.UnitSet(chosen.From) is { } from ? from.Count.Times(each) : null;

    private static IEnumerable<Fault> Levels(Definition definition, UnitSet set) =>
        from member in (set.Members ?? []).Index()
        where definition.Find<Unit>("units", member.Item) is { } unit && !string.Equals(unit.Level, set.Level, StringComparison.Ordinal)
        select Fault.Error(
            "V3",
            $"unitSets/{set.Id}/members[{member.Index}]",
            $"{member.Item} ไม่ใช่ระดับ {set.Level}",
            $"{member.Item} is not of level {set.Level}"
        );

    private static IEnumerable<Fault> Bodies(Definition definition) =>
        from body in definition.Campaign.Bodies
        where definition.UnitSet(body.OneFor) is { } set && !set.Count.Holds(body.Count)
        select Fault.Error(
            "V3",
            $"bodies/{body.Id}/count",
            $"มี {body.Count} คณะ แต่มี {definition.UnitSet(body.OneFor)!.Count} หน่วย",
            $"{body.Count} bodies for {definition.UnitSet(body.OneFor)!.Count} units"
        );
}
