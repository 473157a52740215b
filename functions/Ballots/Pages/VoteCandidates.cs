using CddFunctions.Ballots.Envelopes;
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

    /// <summary>What is chosen in a contest, for the voter to read.</summary>
    /// <param name="choice">Id of a candidate or <see cref="PaperRules.Abstain"/>; null while the contest is not answered.</param>
    public static string Answer(PaperView paper, string? choice, VoteTexts words) =>
        choice is null ? words.NotChosen
        : paper.Candidates.FirstOrDefault(c => string.Equals(c.Id, choice, StringComparison.Ordinal)) is { } person ? Words(person)
        : words.Abstain;

    private static string Sorted(string name) => ThaiName.Parse(name) is { } read ? $"{read.Given} {read.Family}" : name;
}
