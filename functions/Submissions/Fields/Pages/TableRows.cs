using System.Text.Json;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>Pure: the lines of a table as they are shown.</summary>
public static class TableRows
{
    /// <summary>Stands for the number of a line in the pattern that script copies.</summary>
    public const string Pattern = "__n__";

    /// <summary>Empty lines of a table that nobody has filled in yet.</summary>
    private const int AtFirst = 3;

    public static IReadOnlyList<IReadOnlyList<FieldView>> Of(FieldView table)
    {
        var filled = Filled(table);
        var columns = table.Field.Columns ?? [];
        return
        [
            .. Enumerable
                .Range(0, Count(table, filled.Count))
                .Select(n =>
                    (IReadOnlyList<FieldView>)[.. columns.Select(c => table.Cell(c, n, n < filled.Count ? Member(filled[n], c.Id) : null))]
                ),
        ];
    }

    /// <summary>Sum of a column over all lines. A cell that holds no number counts as 0.</summary>
    public static decimal Sum(FieldView table, string column) =>
        Filled(table).Select(row => Member(row, column) is { } cell ? Amount(FieldValue.Words(cell)) : 0).Sum();

    /// <summary>What no limit lets pass is not added: the sum could not be shown.</summary>
    private static decimal Amount(string typed) =>
        WrittenNumber.Parse(typed) is { Value: var amount } && NumberLimits.IsCountable(amount) ? amount : 0;

    private static int Count(FieldView table, int filled)
    {
        var field = table.Field;
        var least = field.ExactItems ?? Math.Max(field.MinItems ?? 0, filled == 0 ? AtFirst : 0);
        var wanted = Math.Max(filled + table.Scope.Spare.GetValueOrDefault(field.Id), least);
        return Math.Max(filled, Math.Min(wanted, field.ExactItems ?? field.MaxItems ?? int.MaxValue));
    }

    private static List<JsonElement> Filled(FieldView table) =>
        table.Value is { ValueKind: JsonValueKind.Array } rows ? [.. rows.EnumerateArray()] : [];

    private static JsonElement? Member(JsonElement row, string name) =>
        row.ValueKind is JsonValueKind.Object && row.TryGetProperty(name, out var value) ? value : null;
}
