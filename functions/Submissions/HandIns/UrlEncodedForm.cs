using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Fields;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CddFunctions.Submissions.HandIns;

/// <summary>
/// Pure: reads <c>application/x-www-form-urlencoded</c> as the same hand-in that JSON would give. Table cells are named
/// <c>lines[0].amount</c>, uploads <c>uploads.summary</c>; a name given twice is a list; a date may come in three parts
/// (<see cref="DateParts"/>). Lines left wholly empty are no lines.
/// </summary>
public static class UrlEncodedForm
{
    public static (HandInRequest? Request, string? Key) Read(byte[] bytes) => Read(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(bytes)));

    public static (HandInRequest? Request, string? Key) Read(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var fields = new JsonObject();
        var uploads = new JsonObject();
        string? key = null;
        var incomplete = false;
        var rowsLeft = TableRules.MostRows;
        foreach (var (name, values) in form)
        {
            var value =
                values.Count == 1 ? JsonValue.Create(values[0]) : (JsonNode)new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
            if (name is "idempotencyKey")
                key = values[0];
            else if (name is FormProofs.Field)
                continue;
            else if (name is "incomplete")
                incomplete = values[0] is "true" or "on";
            else if (name.StartsWith("uploads.", StringComparison.Ordinal))
                uploads[name["uploads.".Length..]] = value;
            else if (!TryPut(fields, name, value, ref rowsLeft))
                return (null, key);
        }

        JoinDates(fields);
        DropEmptyRows(fields);
        return (new(ToMap(fields), ToMap(uploads), incomplete), key);
    }

    /// <summary>Puts <c>lines[3].amount</c> into row 3 of <c>lines</c>; other names are plain fields.</summary>
    private static bool TryPut(JsonObject fields, string name, JsonNode? value, ref int rowsLeft)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        var close = name.IndexOf("].", StringComparison.Ordinal);
        if (open <= 0 || close < open)
        {
            fields[name] = value;
            return true;
        }

        if (!int.TryParse(name[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return false;
        if (fields[name[..open]] is not JsonArray rows)
            fields[name[..open]] = rows = [];
        for (; rows.Count <= row; rowsLeft--)
        {
            if (rowsLeft == 0)
                return false;
            rows.Add(new JsonObject());
        }

        if (rows[row] is not JsonObject cells)
            return false;

        cells[name[(close + 2)..]] = value;
        return true;
    }

    private static void JoinDates(JsonObject fields)
    {
        foreach (var rows in fields.Select(f => f.Value).OfType<JsonArray>())
        {
            foreach (var row in rows.OfType<JsonObject>())
                JoinDates(row);
        }

        foreach (var name in fields.Select(f => f.Key).Where(k => k.EndsWith(DateParts.DaySuffix, StringComparison.Ordinal)).ToList())
        {
            var date = name[..^DateParts.DaySuffix.Length];
            var parts = new DateParts(Take(DateParts.DaySuffix), Take(DateParts.MonthSuffix), Take(DateParts.YearSuffix));
            if (parts.Join() is { } joined)
                fields[date] = joined;

            string Take(string suffix) =>
                fields.Remove(date + suffix, out var value) && value is JsonValue one ? one.GetValue<string>() : "";
        }
    }

    private static void DropEmptyRows(JsonObject fields)
    {
        foreach (var rows in fields.Select(f => f.Value).OfType<JsonArray>())
        {
            for (var i = rows.Count - 1; i >= 0; i--)
            {
                if (
                    rows[i] is JsonObject cells
                    && cells.All(c => c.Value is JsonValue v && string.IsNullOrWhiteSpace(v.GetValue<string>()))
                )
                    rows.RemoveAt(i);
            }
        }
    }

    private static Dictionary<string, JsonElement> ToMap(JsonObject fields) =>
        fields.ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Value, Json.Options), StringComparer.Ordinal);
}
