using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: hides personal values from those who may see that something was handed in, but not about whom (PDPA s.22).</summary>
public static class PersonalFields
{
    private const string Mask = "•••";

    public static bool AreIn(IReadOnlyList<Field> fields) => fields.Any(f => f.Personal || (f.Columns is { } columns && AreIn(columns)));

    public static JsonObject Hide(IReadOnlyList<Field> fields, JsonObject values)
    {
        var shown = new JsonObject();
        foreach (var (id, value) in values)
        {
            var field = fields.FirstOrDefault(f => string.Equals(f.Id, id, StringComparison.Ordinal));
            shown[id] = value switch
            {
                _ when field is null or { Personal: true } => Mask,
                JsonArray rows when field.Columns is { } columns => new JsonArray([.. rows.OfType<JsonObject>().Select(r => Hide(columns, r))]),
                _ => value?.DeepClone(),
            };
        }

        return shown;
    }
}
