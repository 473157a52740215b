using System.Globalization;
using System.Text.Json;

namespace CddFunctions.Campaigns;

/// <summary>
/// The fields of a hand-in as expressions see them: numbers as they are, dates (yyyy-MM-dd) as day numbers so that they
/// compare, tables and lists by their rows. Names that are no field may be printed facts.
/// </summary>
public sealed class FieldValues(JsonElement fields, Func<string, decimal?>? facts = null) : IExpressionScope
{
    public decimal? Number(string name) => Member(fields, name) is { } value ? Number(value) : facts?.Invoke(name);

    public decimal? Sum(string table, string column)
    {
        decimal sum = 0;
        foreach (var row in Rows(table) ?? [])
        {
            if (Member(row, column) is not { } cell || Number(cell) is not { } amount)
                return null;
            sum += amount;
        }

        return Rows(table) is null ? null : sum;
    }

    public int? Count(string table) => Rows(table)?.Count;

    public int? Distinct(string table, string column) =>
        Rows(table)
            ?.Select(r => Member(r, column)?.ToString())
            .Where(v => !string.IsNullOrWhiteSpace(v))
            .Distinct(StringComparer.Ordinal)
            .Count();

    private IReadOnlyList<JsonElement>? Rows(string table) =>
        Member(fields, table) is { ValueKind: JsonValueKind.Array } rows ? [.. rows.EnumerateArray()] : null;

    private static JsonElement? Member(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;

    private static decimal? Number(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : null,
            JsonValueKind.String
                when DateOnly.TryParseExact(
                    value.GetString(),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                ) => date.DayNumber,
            _ => null,
        };
}
