using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// Pure: the options of a choice field. A value may be given as its id or as its Thai or English words, one that names a place also
/// without อำเภอ or as the office there.
/// </summary>
public static class Choices
{
    public static IEnumerable<Option> Of(Field field, Campaign campaign) =>
        field.Options
        ?? campaign
            .Taxonomies.Where(t => string.Equals(t.Id, field.Taxonomy, StringComparison.Ordinal))
            .SelectMany(t => t.Items)
            .Select(i => new Option(i.Id, i.Th, i.En));

    public static string? Find(Field field, string given, Campaign campaign)
    {
        if (Of(field, campaign).Any(o => string.Equals(o.Value, given, StringComparison.Ordinal)))
            return given;

        var key = ThaiText.Key(given);
        var options = Of(field, campaign).ToList();
        return (options.Find(o => Is(o.Th) || Is(o.En)) ?? UnitNames.Find(options, o => new(o.Th, o.En), given))?.Value;

        bool Is(string words) => string.Equals(ThaiText.Key(words), key, StringComparison.Ordinal);
    }
}
