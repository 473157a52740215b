using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>One row as the page shows it: what stands in each input.</summary>
/// <param name="Number">From 1, as the officer sees it and as faults name it: <c>rows[3].given</c>, which is also the input's name.</param>
public sealed record RosterLine(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public bool IsEmpty => Cells.All(c => c.Key is TableRules.RunningNumber || string.IsNullOrWhiteSpace(c.Value));

    public string Name(Field column) => $"rows[{Number}].{column.Id}";
}

/// <summary>Pure: converts between the inputs of the page, the rows that are checked, and the entries that are stored.</summary>
public static class RosterForm
{
    /// <summary>Empty rows after the last person where the definition gives no number.</summary>
    private const int Spare = 5;

    /// <summary>Columns with an input. The running number has none: it is the place in the list.</summary>
    public static IReadOnlyList<Field> Inputs(Field table) => [.. (table.Columns ?? []).Where(c => !TableRules.IsRunningNumber(c))];

    public static bool IsNumbered(Field table) => (table.Columns ?? []).Any(TableRules.IsRunningNumber);

    public static IReadOnlyList<RosterLine> Posted(IFormCollection form, Field table)
    {
        var inputs = Inputs(table);
        var lines = new List<RosterLine>();
        for (var n = 1; n <= TableRules.MostRows && inputs.Any(c => form.ContainsKey($"rows[{n}].{c.Id}")); n++)
            lines.Add(new(n, inputs.ToDictionary(c => c.Id, c => form[$"rows[{n}].{c.Id}"].ToString(), StringComparer.Ordinal)));
        return lines;
    }

    public static IReadOnlyList<RosterLine> Read(RosterRows sheet, Field table, Campaign campaign) =>
        [
            .. sheet.Rows.Select(
                (row, i) =>
                    new RosterLine(
                        i + 1,
                        Inputs(table)
                            .ToDictionary(
                                c => c.Id,
                                c => row.TryGetProperty(c.Id, out var value) ? Shown(c, value.ToString(), campaign) : "",
                                StringComparer.Ordinal
                            )
                    )
            ),
        ];

    public static IReadOnlyList<RosterLine> Kept(IReadOnlyList<JsonObject> entries, Field table, Campaign campaign) =>
        [
            .. entries.Select(
                (entry, i) =>
                    new RosterLine(
                        i + 1,
                        Inputs(table)
                            .ToDictionary(c => c.Id, c => Shown(c, entry[c.Id]?.ToString() ?? "", campaign), StringComparer.Ordinal)
                    )
            ),
        ];

    /// <summary>
    /// Adds empty rows: up to the number that the roster needs or, where any number will do, a few after the last person. Rows that
    /// are there are never cut off.
    /// </summary>
    public static IReadOnlyList<RosterLine> Padded(IReadOnlyList<RosterLine> lines, Field table)
    {
        var needed =
            table.ExactItems
            ?? Math.Min(Math.Max(table.MinItems ?? 0, lines.Count(l => !l.IsEmpty) + Spare), table.MaxItems ?? TableRules.MostRows);
        var empty = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. lines, .. Enumerable.Range(lines.Count + 1, Math.Max(0, needed - lines.Count)).Select(n => new RosterLine(n, empty))];
    }

    /// <summary>The rows that hold somebody, numbered in their order; faults name them by their place on the page.</summary>
    public static RosterRows ToSheet(IReadOnlyList<RosterLine> lines, Field table)
    {
        List<RosterLine> filled = [.. lines.Where(l => !l.IsEmpty)];
        return new([.. filled.Select((l, i) => Row(l, IsNumbered(table) ? i + 1 : null))], [.. filled.Select(l => l.Number)]);
    }

    private static JsonElement Row(RosterLine line, int? number)
    {
        var row = new Dictionary<string, string>(line.Cells, StringComparer.Ordinal);
        if (number is { } n)
            row[TableRules.RunningNumber] = n.ToString(CultureInfo.InvariantCulture);
        return JsonSerializer.SerializeToElement(row, Json.Options);
    }

    /// <summary>A value as its input shows it: in one line where the input has only one, and a telephone number with its dashes.</summary>
    private static string Shown(Field column, string value, Campaign campaign) =>
        column.Kind switch
        {
            FieldKind.Multiline => value,
            FieldKind.Phone => ThaiPhone.Format(value),
            FieldKind.Choice => Choices.Find(column, value, campaign) ?? value,
            _ => value.ReplaceLineEndings(" "),
        };
}
