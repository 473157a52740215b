using System.Text.Json;
using CddFunctions.Campaigns;
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

    /// <summary>The name of a village whose code is stored, where no other village around has it; all else as it is.</summary>
    private static string VillageName(string words, FieldScope scope) =>
        scope.Units.FirstOrDefault(u => string.Equals(u.Code, words, StringComparison.Ordinal)) is { Level: Areas.Village } village
        && scope.Units.Count(u => u.Level is Areas.Village && string.Equals(u.Th, village.Th, StringComparison.Ordinal)) == 1
            ? village.Th
            : words;

    /// <summary>The value of the option that <paramref name="words"/> name; the words themselves where there is none.</summary>
    public static string Chosen(Field field, string words, FieldScope scope) =>
        field switch
        {
            { Kind: FieldKind.Choice or FieldKind.Choices } => Choices.Find(field, words, scope.Campaign.Definition) ?? words,
            { Kind: FieldKind.Unit, Level: Areas.Village } => VillageName(words, scope),
            _ => words,
        };
}
