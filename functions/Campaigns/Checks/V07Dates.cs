using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V7: a due date is a day, a window is a period, and each milestone has the dates of its kind.</summary>
internal static class V07Dates
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        [
            .. definition
                .Campaign.Milestones.Where(m => !HasItsDates(m))
                .Select(m =>
                    Fault.Error(
                        "V7",
                        $"milestones/{m.Id}",
                        "ช่วงเวลาต้องมี from และ to ตามลำดับ อย่างอื่นต้องมี on เท่านั้น",
                        "a window has from and to in order, anything else has on only"
                    )
                ),
            .. Uses(definition.Campaign)
                .Where(u => definition.Milestone(u.Id) is { } m && !u.Kinds.Contains(m.Kind))
                .Select(u =>
                    Fault.Error(
                        "V7",
                        u.Path,
                        $"{u.Id} ต้องเป็น{(IsPeriod(u) ? "ช่วงเวลา" : "วัน")}",
                        $"{u.Id} must be a {(IsPeriod(u) ? "period" : "day")}"
                    )
                ),
        ];

    private static bool HasItsDates(Milestone m) =>
        m.Kind is MilestoneKind.Window
            ? m is { From: not null, To: not null, On: null } && m.From <= m.To
            : m is { On: not null, From: null, To: null };

    private static bool IsPeriod(Use use) => use.Kinds.Contains(MilestoneKind.Window);

    private static IEnumerable<Use> Uses(Campaign c) =>
        [
            .. c.Tasks.SelectMany(t => Day($"tasks/{t.Id}/due", t.Due).Concat(Period($"tasks/{t.Id}/window", t.Window))),
            .. c.Rounds.SelectMany(r => Period($"rounds/{r.Id}/window", r.Window)),
            .. c.Ballots.SelectMany(b =>
                Period($"ballots/{b.Id}/window", b.Window).Concat(Day($"ballots/{b.Id}/electorate.freeze", b.Electorate.Freeze))
            ),
            .. c.Metrics.SelectMany(m => Period($"metrics/{m.Id}/window", m.Window)),
            .. c.Visits.SelectMany(v => Period($"visits/{v.Id}/window", v.Window)),
            .. c.Rosters.SelectMany(r => Day($"rosters/{r.Id}/freeze", r.Freeze)),
        ];

    private static IEnumerable<Use> Day(string path, string? id) =>
        id is null ? [] : [new(path, id, MilestoneKind.Deadline, MilestoneKind.Event)];

    private static IEnumerable<Use> Period(string path, string? id) => id is null ? [] : [new(path, id, MilestoneKind.Window)];

    private sealed record Use(string Path, string Id, params MilestoneKind[] Kinds);
}
