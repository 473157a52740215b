using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// How faults name a row: <c>lines[2]</c> in a table of a form, counted from 0; <c>rows[3]</c> in a roster, by the number that the
/// sender sees.
/// </summary>
/// <param name="Shown">Number to add where a sentence speaks of a row, because people count from 1.</param>
public sealed record RowPaths(string Table, Func<int, int> Number, int Shown = 0);

/// <summary>Pure: how many rows a table may have and which of them repeat.</summary>
public static class TableRules
{
    /// <summary>Most rows of any table or roster, whether it comes as JSON, as a form or as a worksheet.</summary>
    public const int MostRows = 5000;

    /// <summary>The running number of a row: no part of a person, and given by the place in the list where it is missing.</summary>
    public const string RunningNumber = "no";

    public static bool IsRunningNumber(Field column) => column is { Id: RunningNumber, Kind: FieldKind.Integer };

    /// <param name="place">From 1.</param>
    public static void GiveNumber(IReadOnlyList<Field> columns, IDictionary<string, JsonElement> row, int place)
    {
        if (columns.FirstOrDefault(IsRunningNumber) is not { } column)
            return;

        var given = row.TryGetValue(RunningNumber, out var value) ? value : default;
        var digits = ThaiText.Normalise(given.ToString()).TrimEnd('.', ')');
        if (digits.Length == 0 || !digits.All(char.IsDigit))
            row[RunningNumber] = JsonSerializer.SerializeToElement(Math.Min(place, column.Max ?? place));
        else if (given.ValueKind is JsonValueKind.String)
            row[RunningNumber] = JsonSerializer.SerializeToElement(digits);
    }

    public static void Check(Field table, JsonArray rows, RowPaths at, FieldFaults faults)
    {
        var path = at.Table;
        if (table.ExactItems is { } exact && rows.Count != exact)
            faults.Rule(
                path,
                "wrong-number",
                $"มี {Thai(rows.Count)} รายการ ต้องมี {Thai(exact)} รายการพอดี",
                $"{rows.Count} rows, exactly {exact} are needed."
            );
        if (rows.Count < table.MinItems)
            faults.Rule(
                path,
                "too-few",
                $"มี {Thai(rows.Count)} รายการ ต้องมีอย่างน้อย {Thai(table.MinItems.Value)}",
                $"{rows.Count} rows, at least {table.MinItems} are needed."
            );
        if (rows.Count > table.MaxItems)
            faults.Rule(
                path,
                "too-many",
                $"มี {Thai(rows.Count)} รายการ เกิน {Thai(table.MaxItems.Value)}",
                $"{rows.Count} rows, the limit is {table.MaxItems}."
            );

        if (table.UniqueBy is { } together)
            Repeats(rows, at, [.. together], "duplicate", faults);
        foreach (var phone in (table.Columns ?? []).Where(c => c.Kind is FieldKind.Phone))
            Repeats(rows, at, [phone.Id], "duplicate-phone", faults);
    }

    private static void Repeats(JsonArray rows, RowPaths at, string[] columns, string code, FieldFaults faults)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var key = string.Join('\u001f', columns.Select(c => ThaiText.Key(rows[i]?[c]?.ToString() ?? "")));
            if (key.Trim('\u001f').Length == 0)
                continue;
            if (seen.TryGetValue(key, out var first))
                faults.Rule(
                    $"{at.Table}[{at.Number(i)}].{columns[0]}",
                    code,
                    $"ซ้ำกับแถวที่ {Thai(at.Number(first) + at.Shown)}",
                    $"Repeats row {at.Number(first) + at.Shown}."
                );
            else
                seen[key] = i;
        }
    }

    private static string Thai(int n) => ThaiDigits.ToThai(n);
}
