using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Submissions;

/// <summary>
/// Pure: reads <c>application/x-www-form-urlencoded</c> as the same hand-in that JSON would give. Table cells are named
/// <c>lines[0].amount</c>, uploads <c>uploads.summary</c>; a name given twice is a list.
/// </summary>
public static class FormBody
{
    private const int MostRows = 5000;

    public static (HandInRequest? Request, string? Key) Read(byte[] bytes)
    {
        var (fields, uploads) = (new JsonObject(), new JsonObject());
        string? key = null;
        var incomplete = false;
        foreach (var (name, values) in QueryHelpers.ParseQuery(Encoding.UTF8.GetString(bytes)))
        {
            var value = values.Count == 1 ? JsonValue.Create(values[0]) : (JsonNode)new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
            if (name is "idempotencyKey")
                key = values[0];
            else if (name is "incomplete")
                incomplete = values[0] is "true" or "on";
            else if (name.StartsWith("uploads.", StringComparison.Ordinal))
                uploads[name["uploads.".Length..]] = value;
            else if (!TryPut(fields, name, value))
                return (null, key);
        }

        return (new(ToMap(fields), ToMap(uploads), incomplete), key);
    }

    /// <summary>Puts <c>lines[3].amount</c> into row 3 of <c>lines</c>; other names are plain fields.</summary>
    private static bool TryPut(JsonObject fields, string name, JsonNode? value)
    {
        var (open, close) = (name.IndexOf('[', StringComparison.Ordinal), name.IndexOf("].", StringComparison.Ordinal));
        if (open <= 0 || close < open)
        {
            fields[name] = value;
            return true;
        }

        if (!int.TryParse(name[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row >= MostRows)
            return false;
        if (fields[name[..open]] is not JsonArray rows)
            fields[name[..open]] = rows = [];
        while (rows.Count <= row)
            rows.Add(new JsonObject());
        rows[row]![name[(close + 2)..]] = value;
        return true;
    }

    private static Dictionary<string, JsonElement> ToMap(JsonObject fields) =>
        fields.ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Value, Json.Options), StringComparer.Ordinal);
}
