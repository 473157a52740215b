using CddFunctions.Campaigns.Model;
using Kind = CddFunctions.Campaigns.Model.FieldKind;

namespace CddFunctions.Campaigns.Checks;

/// <param name="Kinds">Kinds of field that may carry the limit.</param>
internal readonly record struct FieldLimit(string Member, bool IsSet, Kind[] Kinds);

/// <summary>Which member of a field fits which kind (V5).</summary>
internal static class FieldLimits
{
    private static readonly Kind[] Amounts = [Kind.Integer, Kind.Number, Kind.Money];
    private static readonly Kind[] Texts = [Kind.Text, Kind.Multiline, Kind.Title, Kind.Given, Kind.Family, Kind.Link];
    private static readonly Kind[] Lists = [Kind.Table, Kind.Choices, Kind.Images];
    private static readonly Kind[] Uploads = [Kind.File, Kind.Video, Kind.Images, Kind.Sheet];

    public static IEnumerable<FieldLimit> Of(Field f) =>
        [
            new("min", f.Min is not null, Amounts),
            new("max", f.Max is not null, Amounts),
            new("unit", f.Unit is not null, [Kind.Integer, Kind.Number]),
            new("past", f.Past, [Kind.Date]),
            new("maxLength", f.MaxLength is not null, Texts),
            new("minItems", f.MinItems is not null, Lists),
            new("maxItems", f.MaxItems is not null, Lists),
            new("exactItems", f.ExactItems is not null, Lists),
            new("uniqueBy", f.UniqueBy is not null, [Kind.Table]),
            new("columns", f.Columns is not null, [Kind.Table]),
            new("options", f.Options is not null, [Kind.Choice, Kind.Choices]),
            new("taxonomy", f.Taxonomy is not null, [Kind.Choice, Kind.Choices]),
            new("level", f.Level is not null, [Kind.Unit]),
            new("roster", f.Roster is not null, [Kind.Person]),
            new("maxPages", f.MaxPages is not null, [Kind.File]),
            new("page", f.Page is not null, [Kind.File]),
            new("maxSeconds", f.MaxSeconds is not null, [Kind.Video]),
            new("maxMegabytes", f.MaxMegabytes is not null, Uploads),
        ];

    /// <summary>Names of the members that a field of this kind needs and lacks, such as the columns of a table.</summary>
    public static IEnumerable<string> Needed(Field f)
    {
        if (f.Kind is Kind.Table && f.Columns is not { Count: > 0 })
            yield return "columns";
        if (f.Kind is Kind.Choice or Kind.Choices && (f.Options is null) == (f.Taxonomy is null))
            yield return "options";
        if (f.Kind is Kind.Person && f.Roster is null)
            yield return "roster";
    }

    public static IEnumerable<string> Crossed(Field f)
    {
        if (Amounts.Contains(f.Kind) && NumberLimits.Least(f) > NumberLimits.Most(f))
            yield return "min";
        if (f.Max > NumberLimits.Largest || f.Min < -NumberLimits.Largest)
            yield return "max";
        if (f.MinItems < 0 || f.MinItems > f.MaxItems || (f.ExactItems is not null && (f.MinItems ?? f.MaxItems) is not null))
            yield return "minItems";
        foreach (var (member, limit) in Positive(f).Where(l => l.Limit < 1))
            yield return member;
    }

    private static IEnumerable<(string Member, int? Limit)> Positive(Field f) =>
        [
            ("maxLength", f.MaxLength),
            ("maxItems", f.MaxItems),
            ("exactItems", f.ExactItems),
            ("maxPages", f.MaxPages),
            ("maxSeconds", f.MaxSeconds),
            ("maxMegabytes", f.MaxMegabytes),
        ];
}
