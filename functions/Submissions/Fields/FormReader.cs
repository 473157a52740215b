using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: reads all fields of a form except its files, checks its limits and rules, and names every fault at once.</summary>
public static class FormReader
{
    public static (JsonObject Fields, IReadOnlyList<Warning> Warnings) Read(
        Form form,
        IReadOnlyDictionary<string, JsonElement> given,
        FieldContext context,
        FieldFaults faults
    )
    {
        foreach (var stranger in given.Keys.Where(k => !form.Fields.Any(f => IsTyped(f) && Same(f.Id, k))))
        {
            if (form.Fields.Any(f => Same(f.Id, stranger)))
                faults.Shape(
                    stranger,
                    "file-field",
                    "ช่องนี้เป็นไฟล์ ให้ระบุรหัสการอัปโหลดใน uploads",
                    "This field is a file: name its upload under \"uploads\"."
                );
            else
                faults.Shape(stranger, "unknown-field", "ไม่มีช่องนี้ในแบบฟอร์ม", "The form has no such field.");
        }

        var fields = ReadFields([.. form.Fields.Where(IsTyped)], given, "", context, faults);
        return (fields, FormRules.Check(form, fields, faults));
    }

    /// <summary>Fields whose value is typed in; files arrive as uploads.</summary>
    public static bool IsTyped(Field field) => field.Kind is not (FieldKind.File or FieldKind.Video or FieldKind.Images or FieldKind.Sheet);

    /// <summary>
    /// One row of a table, or the form itself. Empty text (also invisible characters), a stroke in an optional field and empty lists
    /// count as not given.
    /// </summary>
    public static JsonObject ReadFields(
        IReadOnlyList<Field> fields,
        IReadOnlyDictionary<string, JsonElement> given,
        string path,
        FieldContext context,
        FieldFaults faults
    )
    {
        var read = new JsonObject();
        var settled = PersonReader.Settle(fields, given, path, faults);
        foreach (var field in fields)
        {
            var at = At(path, field);
            if (!settled.TryGetValue(field.Id, out var value) || IsEmpty(field, value, inTable: path.Length > 0))
            {
                if (field.Required && PersonReader.Missing(field, fields, settled) is var missing)
                    faults.Shape(at, "required", missing.Th, missing.En);
            }
            else if (CellWords.Error(value) is { } error)
            {
                faults.Shape(at, "cell-error", error.Th, error.En);
            }
            else if (ReadOne(field, value, at, context, faults) is { } node)
            {
                read[field.Id] = node;
            }
        }

        return read;
    }

    /// <summary>True when the form has a field for files.</summary>
    public static bool TakesFiles(Form? form) => form?.Fields.Any(f => !IsTyped(f)) is true;

    internal static string At(string path, Field field) => path.Length == 0 ? field.Id : $"{path}.{field.Id}";

    private static JsonNode? ReadOne(Field field, JsonElement value, string at, FieldContext context, FieldFaults faults) =>
        field.Kind is FieldKind.Table ? ReadTable(field, value, at, context, faults) : ScalarReader.Read(field, value, at, context, faults);

    /// <summary>
    /// The rows of a table that came as a list of their own: a roster. Faults name <c>rows[n]</c>, n as the sender counts:
    /// the row of the worksheet, or the place in the list from 1.
    /// </summary>
    /// <param name="numbers">Row numbers of the worksheet; empty for a list.</param>
    public static IReadOnlyList<JsonObject> ReadRows(
        Field table,
        IReadOnlyList<JsonElement> rows,
        IReadOnlyList<int> numbers,
        FieldContext context,
        FieldFaults faults
    )
    {
        var read = new JsonArray();
        for (var i = 0; i < rows.Count; i++)
            read.Add(ReadRow(table, rows[i], i + 1, $"rows[{Number(i)}]", context, faults));

        TableRules.Check(table, read, new("rows", Number), faults);
        return [.. read.OfType<JsonObject>()];

        int Number(int i) => numbers.Count > 0 ? numbers[i] : i + 1;
    }

    private static JsonArray? ReadTable(Field table, JsonElement value, string path, FieldContext context, FieldFaults faults)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            faults.Shape(path, "not-a-list", "ต้องเป็นรายการ", "A list of rows is needed.");
            return null;
        }

        var rows = new JsonArray();
        var count = value.GetArrayLength();
        if (count > TableRules.MostRows)
        {
            faults.Rule(path, "too-many-rows", $"เกิน {TableRules.MostRows} รายการ", $"More than {TableRules.MostRows} rows.");
            return null;
        }

        foreach (var (row, i) in value.EnumerateArray().Select((row, i) => (row, i)))
            rows.Add(ReadRow(table, row, i + 1, $"{path}[{i}]", context, faults));

        TableRules.Check(table, rows, new(path, i => i, Shown: 1), faults);
        return rows;
    }

    private static JsonObject ReadRow(Field table, JsonElement row, int place, string path, FieldContext context, FieldFaults faults)
    {
        if (row.ValueKind is not JsonValueKind.Object)
        {
            faults.Shape(path, "not-a-row", "แถวไม่ถูกต้อง", "A row must be an object of column values.");
            return [];
        }

        var columns = table.Columns ?? [];
        var given = row.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        foreach (var stranger in given.Keys.Where(k => !columns.Any(c => Same(c.Id, k))))
            faults.Shape($"{path}.{stranger}", "unknown-field", "ไม่มีคอลัมน์นี้", "The table has no such column.");

        TableRules.GiveNumber(columns, given, place);
        return ReadFields(columns, given, path, context, faults);
    }

    private static bool IsEmpty(Field field, JsonElement value, bool inTable) =>
        value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 0)
        || CellWords.AreNothing(field, value, inTable);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
