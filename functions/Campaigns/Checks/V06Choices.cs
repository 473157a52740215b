namespace CddFunctions.Campaigns.Checks;

/// <summary>V6: a group "some of these" has enough tasks to choose from.</summary>
internal static class V06Choices
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        from g in definition.Campaign.ChoiceGroups
        let tasks = definition.Campaign.Tasks.Count(t => string.Equals(t.Choice, g.Id, StringComparison.Ordinal))
        where g.Min < 1 || g.Max < g.Min || tasks < g.Max
        select Fault.Error(
            "V6",
            $"choiceGroups/{g.Id}",
            $"เลือก {g.Min} ถึง {g.Max} จาก {tasks} งานไม่ได้",
            $"{g.Min} to {g.Max} of {tasks} tasks cannot be chosen"
        );
}
