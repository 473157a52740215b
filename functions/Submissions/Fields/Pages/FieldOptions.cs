using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>Pure: what a field offers to choose from.</summary>
internal static class FieldOptions
{
    private static readonly string[] Titles = ["นาย", "นาง", "นางสาว"];

    public static IReadOnlyList<Option> Of(Field field, FieldScope scope) =>
        field.Kind switch
        {
            FieldKind.Choice or FieldKind.Choices => [.. Choices.Of(field, scope.Campaign.Definition)],
            FieldKind.Unit =>
            [
                .. scope
                    .Units.Where(u => field.Level is null || string.Equals(u.Level, field.Level, StringComparison.Ordinal))
                    .OrderBy(u => u.Th, ThaiCollation.Comparer)
                    .Select(u => field.Level is Areas.Village ? Same(u.Th) : new Option(u.Code, u.Th, u.En)),
            ],
            FieldKind.Person => field.Roster is { } roster && scope.People.TryGetValue(roster, out var people)
                ? [.. people.Select(Same)]
                : [],
            FieldKind.Title => [.. Titles.Select(Same)],
            _ => [],
        };

    private static Option Same(string words) => new(words, words, words);
}
