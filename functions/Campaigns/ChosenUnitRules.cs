using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns;

/// <summary>Pure: which units may be chosen for a set. Every fault is named with its row.</summary>
public static class ChosenUnitRules
{
    public static (IReadOnlyList<ChosenUnit> Units, IReadOnlyList<FieldError> Errors) Read(
        UnitSet set,
        ChosenUnits chosen,
        IReadOnlyList<Unit> parents,
        IReadOnlyList<ChooseUnits.UnitChoice> choices
    )
    {
        var units = new List<ChosenUnit>();
        var errors = new List<FieldError>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < choices.Count; row++)
        {
            var code = ThaiDigits.ToAscii(choices[row].Code).Trim();
            var unit = new ChosenUnit(code, Name(choices[row], code), choices[row].En is { } en ? ThaiText.Normalise(en) : null);
            if (Fault(set, parents, unit, isRepeated: !seen.Add(code)) is { } fault)
                errors.Add(new($"units[{row}]", "unit-refused", fault));
            units.Add(unit);
        }

        if (!set.Count.Holds(units.Count))
            errors.Add(
                new(
                    "units",
                    "wrong-number",
                    new(
                        $"ต้องเลือก {Range(set.Count)} แห่ง ได้รับ {units.Count} แห่ง",
                        $"{Range(set.Count)} are needed, {units.Count} were given."
                    )
                )
            );
        errors.AddRange(
            parents
                .Where(p => chosen.PerParent is { } per && !per.Holds(units.Count(u => p.Covers(u.Code))))
                .Select(p => new FieldError(
                    "units",
                    "wrong-number-in-parent",
                    new(
                        $"จำนวนใน {p.Th} ไม่อยู่ในเกณฑ์ {Range(chosen.PerParent!)}",
                        $"The number in {p.En} is not within {Range(chosen.PerParent!)}."
                    )
                ))
        );
        return (units, errors);
    }

    /// <summary>Codes of the units of a lower set that lie inside a dropped unit. They would have no parent any more.</summary>
    public static IReadOnlyList<string> Stranded(IReadOnlyCollection<string> dropped, IEnumerable<Unit> below) =>
        [
            .. below
                .Select(u => u.Code)
                .Where(code => dropped.Any(d => code.StartsWith(d, StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal),
        ];

    private static Text? Fault(UnitSet set, IReadOnlyList<Unit> parents, ChosenUnit unit, bool isRepeated)
    {
        if (!string.Equals(Areas.LevelOf(unit.Code), set.Level, StringComparison.Ordinal))
            return new($"รหัส {unit.Code} ไม่ใช่รหัสของระดับนี้", $"'{unit.Code}' is not a code of the level {set.Level}.");
        if (!parents.Any(p => p.Covers(unit.Code)))
            return new($"รหัส {unit.Code} ไม่อยู่ในพื้นที่ที่เลือกได้", $"'{unit.Code}' is not inside a unit of the set above.");
        if (isRepeated)
            return new($"รหัส {unit.Code} ซ้ำ", $"'{unit.Code}' is named twice.");
        if (unit.Th.Length is 0 or > 100 || unit.En?.Length is 0 or > 100)
            return new($"รหัส {unit.Code} ต้องมีชื่อ ไม่เกิน ๑๐๐ ตัวอักษร", $"'{unit.Code}' needs a name of at most 100 characters.");
        return null;
    }

    private static string Name(ChooseUnits.UnitChoice choice, string code) => ThaiText.Normalise(choice.Th ?? Areas.Find(code)?.Th ?? "");

    private static string Range(Count count) =>
        count switch
        {
            { Exact: { } n } => $"{n}",
            { Min: { } min, Max: { } max } => $"{min}-{max}",
            { Min: { } min } => $"≥ {min}",
            _ => $"≤ {count.Max}",
        };
}
