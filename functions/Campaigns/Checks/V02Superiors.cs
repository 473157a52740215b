using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V2: no role reports to itself through other roles, and the owner of a task whose reminders go to a superior has a superior.
/// </summary>
internal static class V02Superiors
{
    private const string Superior = "assignee-supervisor";

    public static IEnumerable<Fault> Check(Definition definition) => [.. Circles(definition), .. Escalations(definition)];

    private static IEnumerable<Fault> Circles(Definition definition) =>
        from role in definition.Campaign.Roles
        where Circle.Through(role.Id, id => definition.Find<Role>("roles", id)?.ReportsTo is { } next ? [next] : [])
        select Fault.Error(
            "V2",
            $"roles/{role.Id}/reportsTo",
            "สายบังคับบัญชาวนกลับมาที่เดิม",
            "the line of superiors comes back to this role"
        );

    private static IEnumerable<Fault> Escalations(Definition definition) =>
        from task in definition.Campaign.Tasks
        let policy = definition.Find<ReminderPolicy>("reminders", task.Reminders)
        where policy is not null && policy.Steps.Any(s => s.To.Contains(Superior, StringComparer.Ordinal))
        where definition.Find<Role>("roles", task.Owner) is { ReportsTo: null }
        select Fault.Error(
            "V2",
            $"tasks/{task.Id}/owner",
            $"การเตือนส่งถึงผู้บังคับบัญชา แต่ {task.Owner} ไม่มี reportsTo",
            $"its reminders go to a superior, but {task.Owner} reports to nobody"
        );
}
