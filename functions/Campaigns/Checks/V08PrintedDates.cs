using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V8: a date as printed (weekday included) is the date in the file, and month precision covers whole months.</summary>
internal static class V08PrintedDates
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        [
            .. definition.Campaign.Milestones.SelectMany(m => Printed(m).Concat(WholeMonths(m))),
            .. definition.Campaign.Sources.SelectMany(s => Printed(definition, s)),
        ];

    private static IEnumerable<Fault> Printed(Milestone m)
    {
        if (
            m.Printed is { } printed
            && !(m.Kind is MilestoneKind.Window ? IsRange(m, printed) : m.On is { } on && ThaiDate.Parse(printed) == on)
        )
            yield return Wrong($"milestones/{m.Id}/printed", printed);
    }

    private static bool IsRange(Milestone m, string printed) =>
        ThaiDateRange.Parse(printed) is { } range
        && range.From == m.From
        && range.To == m.To
        && range.WholeMonths == (m.Precision is Precision.Month);

    // The printed date of a source may differ from its date in the file when
    // a contradiction names the source (misprinted or misread).
    private static IEnumerable<Fault> Printed(Definition definition, Source s)
    {
        if (s is { Printed: { } printed, On: { } on } && ThaiDate.Parse(printed) != on && !IsKnown(definition, s))
            yield return Wrong($"sources/{s.Id}/printed", printed);
    }

    private static bool IsKnown(Definition definition, Source s) =>
        definition.Campaign.Contradictions.Any(c =>
            c.Affects.Any(a =>
                string.Equals(a, s.Id, StringComparison.Ordinal) || a.StartsWith($"sources/{s.Id}", StringComparison.Ordinal)
            )
        );

    private static IEnumerable<Fault> WholeMonths(Milestone m)
    {
        if (m is { Precision: Precision.Month, From: { } from, To: { } to } && (from.Day != 1 || to.AddDays(1).Day != 1))
            yield return Fault.Error(
                "V8",
                $"milestones/{m.Id}/precision",
                "ความละเอียดเป็นเดือนต้องครอบคลุมทั้งเดือน",
                "month precision must cover whole months"
            );
    }

    private static Fault Wrong(string path, string printed) =>
        Fault.Error(
            "V8",
            path,
            $"\"{printed}\" อ่านไม่ได้ หรือวันหรือวันที่ไม่ตรงกับในแฟ้ม",
            $"\"{printed}\" cannot be read, or its weekday or date is not the one in the file"
        );
}
