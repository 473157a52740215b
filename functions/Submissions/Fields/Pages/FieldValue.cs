using System.Text.Json;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>Pure: a value as an input shows it, whether it is stored or was just typed.</summary>
public static class FieldValue
{
    public static string Words(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "",
        };

    public static IEnumerable<string> Each(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(Words) : [Words(value)];

    /// <summary>The value of the option that <paramref name="words"/> name; the words themselves where there is none.</summary>
    public static string Chosen(Field field, string words, FieldScope scope) =>
        field.Kind is FieldKind.Choice or FieldKind.Choices ? Choices.Find(field, words, scope.Campaign.Definition) ?? words : words;
}
