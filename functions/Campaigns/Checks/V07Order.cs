using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V7: a task is not due after a round that judges it closes, nor before the task whose submissions it gathers; its late period does
/// not end before it is due; and no task waits for itself, also not through other tasks.
/// </summary>
internal static class V07Order
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        definition.Campaign.Tasks.SelectMany(t =>
            Rounds(definition, t).Concat(Source(definition, t)).Concat(Late(definition, t)).Concat(Itself(definition, t))
        );

    private static IEnumerable<Fault> Rounds(Definition definition, CampaignTask task) =>
        from id in task.Feeds ?? []
        let window = definition.Days(definition.Find<Round>("rounds", id)?.Window)
        where definition.Days(task.Due)?.To > window?.To
        select Fault.Error("V7", $"tasks/{task.Id}/due", $"กำหนดส่งหลังรอบ {id} ปิด", $"it is due after the round {id} closes");

    private static IEnumerable<Fault> Source(Definition definition, CampaignTask task)
    {
        var source = definition.Find<CampaignTask>("tasks", task.Aggregates);
        if (definition.Days(task.Due)?.To < definition.Days(source?.Due)?.To)
            yield return Fault.Error(
                "V7",
                $"tasks/{task.Id}/due",
                $"กำหนดส่งก่อน {source!.Id} ที่ต้องรวบรวม",
                $"it is due before {source.Id}, which it gathers"
            );
    }

    private static IEnumerable<Fault> Late(Definition definition, CampaignTask task)
    {
        if (definition.Days(task.Late?.Until)?.To < definition.Days(task.Due)?.To)
            yield return Fault.Error(
                "V7",
                $"tasks/{task.Id}/late.until",
                "วันสุดท้ายที่รับล่าช้าอยู่ก่อนกำหนดส่ง",
                "late hand-ins end before the due day"
            );
    }

    private static IEnumerable<Fault> Itself(Definition definition, CampaignTask task)
    {
        if (Circle.Through(task.Id, Before))
            yield return Fault.Error("V7", $"tasks/{task.Id}", "งานรอตัวเองเป็นวงกลม", "the task waits for itself in a circle");

        IEnumerable<string> Before(string id) =>
            definition.Find<CampaignTask>("tasks", id) is { } t
                ? [.. t.After ?? [], .. t.Aggregates is { } source ? new[] { source } : []]
                : [];
    }
}
