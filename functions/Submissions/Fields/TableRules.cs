using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: how many rows a table may have and which of them repeat. Rows are counted from 1 in messages.</summary>
public static class TableRules
{
    public static void Check(Field table, JsonArray rows, string path, FieldFaults faults)
    {
        if (table.ExactItems is { } exact && rows.Count != exact)
            faults.Rule(path, "wrong-number", $"มี {Thai(rows.Count)} รายการ ต้องมี {Thai(exact)} รายการพอดี", $"{rows.Count} rows, exactly {exact} are needed.");
        if (rows.Count < table.MinItems)
            faults.Rule(path, "too-few", $"มี {Thai(rows.Count)} รายการ ต้องมีอย่างน้อย {Thai(table.MinItems.Value)}", $"{rows.Count} rows, at least {table.MinItems} are needed.");
        if (rows.Count > table.MaxItems)
            faults.Rule(path, "too-many", $"มี {Thai(rows.Count)} รายการ เกิน {Thai(table.MaxItems.Value)}", $"{rows.Count} rows, the limit is {table.MaxItems}.");

        if (table.UniqueBy is { } together)
            Repeats(rows, path, [.. together], "duplicate", faults);
        foreach (var phone in (table.Columns ?? []).Where(c => c.Kind is FieldKind.Phone))
            Repeats(rows, path, [phone.Id], "duplicate-phone", faults);
    }

    private static void Repeats(JsonArray rows, string path, string[] columns, string code, FieldFaults faults)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var key = string.Join('\u001f', columns.Select(c => ThaiText.Key(rows[i]?[c]?.ToString() ?? "")));
            if (key.Trim('\u001f').Length == 0)
                continue;
            if (seen.TryGetValue(key, out var first))
                faults.Rule($"{path}[{i}].{columns[0]}", code, $"แถวที่ {Thai(i + 1)} ซ้ำกับแถวที่ {Thai(first + 1)}", $"Row {i + 1} repeats row {first + 1}.");
            else
                seen[key] = i;
        }
    }

    private static string Thai(int n) => ThaiDigits.ToThai(n);
}
