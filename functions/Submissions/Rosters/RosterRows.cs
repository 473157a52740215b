using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Sheets;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters;

/// <summary>Rows of a list as they came, before they are read.</summary>
/// <param name="Numbers">Row numbers as the sender counts, so that faults name the row the officer sees.</param>
public sealed record RosterRows(IReadOnlyList<JsonElement> Rows, IReadOnlyList<int> Numbers)
{
    public static readonly RosterRows None = new([], []);

    private sealed record Line(SheetRow Row, IReadOnlyDictionary<string, string> Values);

    /// <summary>The rows below a header. Faults of the list as a whole are named at <paramref name="path"/>; none are read below a
    /// header that is refused.</summary>
    public static RosterRows Below(RosterHeader header, IEnumerable<SheetRow> rows, Field table, string path, FieldFaults faults)
    {
        if (!faults.None)
            return None;

        List<Line> lines =
        [
            .. rows.Take(TableRules.MostRows + 1 + RosterHeader.Within).Select(r => new Line(r, header.Row(r.Cells, table))),
        ];
        var end = lines.FindLastIndex(l => IsPerson(l.Values, table)) + 1;
        if (end > 0 && lines.Skip(end).Where(HasWords).ToList() is { Count: > 0 } under)
            SayUnder(under, path, faults);

        List<Line> people = [.. lines.Take(end > 0 ? end : lines.Count).Where(l => l.Values.Count > 0)];
        if (people.Count <= TableRules.MostRows)
            return new(
                [.. people.Select(l => JsonSerializer.SerializeToElement(l.Values, Json.Options))],
                [.. people.Select(l => l.Row.Number)]
            );

        faults.Rule(path, "too-many-rows", $"เกิน {TableRules.MostRows:#,0} แถว", $"More than {TableRules.MostRows:#,0} rows.");
        return None;

        bool HasWords(Line line) =>
            line.Row.Cells.Any(c =>
                header.Captions.GetValueOrDefault(c.Key)?.Column is not TableRules.RunningNumber || c.Value.Any(char.IsLetter)
            );
    }

    /// <summary>Half of what has to be given is there. Below the last such row stand totals, signatures and notes.</summary>
    private static bool IsPerson(IReadOnlyDictionary<string, string> values, Field table)
    {
        var needed = (table.Columns ?? []).Where(c => c.Required && !TableRules.IsRunningNumber(c)).Select(c => c.Id).ToList();
        return values.Count > 0 && needed.Count(values.ContainsKey) * 2 >= needed.Count;
    }

    private static void SayUnder(List<Line> under, string path, FieldFaults faults)
    {
        var first = under[0].Row;
        var words = ThaiText.Clip(ThaiText.Normalise(first.Cells.OrderBy(c => c.Key).First().Value), 40);
        var rows = first.Number == under[^1].Row.Number ? $"{first.Number}" : $"{first.Number}–{under[^1].Row.Number}";
        faults.Rule(
            path,
            "below-table",
            $"แถวที่ {ThaiDigits.ToThai(rows)} ใต้ตารางไม่ใช่รายชื่อ (“{words}”) ให้ลบออก หรือกรอกให้ครบหากเป็นคนในรายชื่อ",
            $"Row {rows} below the table is no person ('{words}'). Delete it, or fill it in if it is one."
        );
    }
}
