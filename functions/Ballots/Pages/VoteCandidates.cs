using CddFunctions.Ballots.Roll;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots.Pages;

/// <summary>Pure: who can be chosen, office by office, in dictionary order of the name without its title.</summary>
public static class VoteCandidates
{
    /// <param name="query">Part of a name, an office or a post; "" for everybody.</param>
    /// <param name="most">A longer list has to be searched.</param>
    public static IReadOnlyList<IGrouping<string, RollEntry>> Find(IEnumerable<RollEntry> candidates, string query, int most)
    {
        var key = ThaiText.Key(query);
        return
        [
            .. candidates
                .Where(c => key.Length == 0 || ThaiText.Key($"{c.Name} {c.Office} {c.Position}").Contains(key, StringComparison.Ordinal))
                .OrderBy(c => c.Office, ThaiCollation.Comparer)
                .ThenBy(c => Sorted(c.Name), ThaiCollation.Comparer)
                .Take(most)
                .GroupBy(c => c.Office ?? "", StringComparer.Ordinal),
        ];
    }

    /// <summary>A person in one line: name, post, office.</summary>
    public static string Words(RollEntry person) =>
        string.Join(" · ", new[] { person.Name, person.Position, person.Office }.Where(w => !string.IsNullOrEmpty(w)));

    private static string Sorted(string name) => ThaiName.Parse(name) is { } read ? $"{read.Given} {read.Family}" : name;
}
