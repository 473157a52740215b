using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns;

/// <summary>
/// Pure: which units may be chosen for a set. Every fault is named with its row. Fewer than the letter asks for can be chosen now and the
/// rest later; more cannot.
/// </summary>
public static class ChosenUnitRules
{
    /// <param name="kept">Units that stay chosen beside these; the limits hold for all together.</param>
    /// <param name="scope">Code inside which the caller names units; empty = everywhere.</param>
    public static (IReadOnlyList<ChosenUnit> Units, IReadOnlyList<FieldError> Errors) Read(
        UnitSet set,
        ChosenUnits chosen,
        IReadOnlyList<Unit> parents,
        IReadOnlyList<ChooseUnits.UnitChoice> choices,
        IReadOnlyList<ChosenUnit> kept,
        string scope
    )
    {
        var units = new List<ChosenUnit>();
        var errors = new List<FieldError>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < choices.Count; row++)
        {
            var code = CodeOf(choices[row]);
            var unit = new ChosenUnit(code, Name(choices[row], code), choices[row].En is { } en ? ThaiText.Normalise(en) : null);
            if (Fault(set, parents, unit, scope, isRepeated: !seen.Add(code)) is { } fault)
                errors.Add(new($"units[{row}]", "unit-refused", fault));
            units.Add(unit);
        }

        List<ChosenUnit> all = [.. kept.Where(u => !seen.Contains(u.Code)), .. units];
        if (all.Count > (set.Count.Max ?? int.MaxValue))
            errors.Add(
                new(
                    "units",
                    "wrong-number",
                    new(
                        $"เลือกได้ไม่เกิน {set.Count.Max} แห่ง ได้รับ {all.Count} แห่ง",
                        $"At most {set.Count.Max}; {all.Count} were given."
                    )
                )
            );
        errors.AddRange(
            parents
                .Where(p => all.Count(u => p.Covers(u.Code)) > (chosen.PerParent?.Max ?? int.MaxValue))
                .Select(p => new FieldError(
                    "units",
                    "wrong-number-in-parent",
                    new($"ใน{p.Th} เลือกได้ไม่เกิน {chosen.PerParent!.Max} แห่ง", $"At most {chosen.PerParent.Max} inside {p.En}.")
                ))
        );
        return (all, errors);
    }

    /// <summary>As a person wrote it: Thai digits, spaces around.</summary>
    public static string CodeOf(ChooseUnits.UnitChoice choice) => ThaiDigits.ToAscii(choice.Code).Trim();

    /// <summary>Codes of the units of a lower set that lie inside a dropped unit. They would have no parent any more.</summary>
    public static IReadOnlyList<string> Stranded(IReadOnlyCollection<string> dropped, IEnumerable<Unit> below) =>
        [
            .. below
                .Select(u => u.Code)
                .Where(code => dropped.Any(d => code.StartsWith(d, StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal),
        ];

    private static Text? Fault(UnitSet set, IReadOnlyList<Unit> parents, ChosenUnit unit, string scope, bool isRepeated)
    {
        if (!string.Equals(Areas.LevelOf(unit.Code), set.Level, StringComparison.Ordinal))
            return new($"รหัส {unit.Code} ไม่ใช่รหัสของระดับนี้", $"'{unit.Code}' is not a code of the level {set.Level}.");
        if (!parents.Any(p => p.Covers(unit.Code)))
            return new($"รหัส {unit.Code} ไม่อยู่ในพื้นที่ที่เลือกได้", $"'{unit.Code}' is not inside a unit of the set above.");
        if (!unit.Code.StartsWith(scope, StringComparison.Ordinal))
            return new($"รหัส {unit.Code} ไม่อยู่ในพื้นที่ของหน่วยงานท่าน", $"'{unit.Code}' is not inside your own office.");
        if (isRepeated)
            return new($"รหัส {unit.Code} ซ้ำ", $"'{unit.Code}' is named twice.");
        if (unit.Th.Length is 0 or > 100 || unit.En?.Length is 0 or > 100)
            return new($"รหัส {unit.Code} ต้องมีชื่อ ไม่เกิน ๑๐๐ ตัวอักษร", $"'{unit.Code}' needs a name of at most 100 characters.");
        return null;
    }

    private static string Name(ChooseUnits.UnitChoice choice, string code) => ThaiText.Normalise(choice.Th ?? Areas.Find(code)?.Th ?? "");
}
