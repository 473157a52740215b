using System.Globalization;
using System.Text.Json;

namespace CddFunctions.Campaigns;

/// <summary>
/// The values of a submission's fields as expressions read them: a number as it is, a date (yyyy-MM-dd) as its day number so that
/// dates compare, a table or list by its rows. A name that is no field is looked up among the printed facts.
/// </summary>
public sealed class FieldValues(JsonElement fields, Func<string, decimal?>? facts = null) : IExpressionScope
{
    public decimal? Number(string name) => Member(fields, name) is { } value ? Number(value) : facts?.Invoke(name);

    public decimal? Sum(string table, string column)
    {
        decimal sum = 0;
        foreach (var row in Rows(table) ?? [])
        {
            if (Member(row, column) is not { } cell)
                continue;
            if (Number(cell) is not { } amount)
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
