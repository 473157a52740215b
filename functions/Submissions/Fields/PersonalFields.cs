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
            shown[id] = value switch
            {
                _ when IsPersonal(fields, id) => Mask,
                JsonArray rows when fields.First(f => Is(f, id)).Columns is { } columns => new JsonArray([
                    .. rows.OfType<JsonObject>().Select(r => Hide(columns, r)),
                ]),
                _ => value?.DeepClone(),
            };
        }

        return shown;
    }

    /// <summary>The files that are there, without the names that were given to those of personal fields.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Hide(
        IReadOnlyList<Field> fields,
        IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> files
    ) =>
        files.ToDictionary(
            f => f.Key,
            f => IsPersonal(fields, f.Key) ? [.. f.Value.Select(file => file with { FileName = Mask })] : f.Value,
            StringComparer.Ordinal
        );

    /// <summary>True for a personal field, and for a field that the form no longer has: it may have been personal.</summary>
    public static bool IsPersonal(IReadOnlyList<Field> fields, string id) =>
        fields.FirstOrDefault(f => Is(f, id)) is null or { Personal: true };

    private static bool Is(Field field, string id) => string.Equals(field.Id, id, StringComparison.Ordinal);
}
