using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V8: deadlines and windows lie in the campaign's fiscal year. A deadline on a day off is a
/// warning, because due dates do not move (docs/rules.md 2.3, rule 2).
/// </summary>
internal static class V08Calendar
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        definition.Campaign.Milestones.SelectMany(m => Year(definition, m).Concat(DayOff(definition.Campaign.Calendar, m)));

    private static IEnumerable<Fault> Year(Definition definition, Milestone m)
    {
        var year = definition.Campaign.FiscalYear;
        if (
            m.Kind is MilestoneKind.Deadline or MilestoneKind.Window
            && definition.Days(m.Id) is { } days
            && (FiscalYear.Of(days.From) != year || FiscalYear.Of(days.To) != year)
        )
        {
            yield return Fault.Error("V8", $"milestones/{m.Id}", $"อยู่นอกปีงบประมาณ {year}", $"it is outside fiscal year {year}");
        }
    }

    private static IEnumerable<Fault> DayOff(Calendar calendar, Milestone m)
    {
        if (m.Kind is not MilestoneKind.Deadline || m.On is not { } on)
            yield break;
        if (calendar.Holidays.FirstOrDefault(h => h.On == on) is { } holiday)
            yield return Fault.Warning(
                "V8",
                $"milestones/{m.Id}/on",
                $"ตรงกับวันหยุด {holiday.Th}",
                $"it falls on a holiday: {holiday.En}"
            );
        else if (!calendar.WorkWeek.Contains(on.DayOfWeek))
            yield return Fault.Warning("V8", $"milestones/{m.Id}/on", "ตรงกับวันหยุดประจำสัปดาห์", $"it falls on a {on.DayOfWeek}");
    }
}
