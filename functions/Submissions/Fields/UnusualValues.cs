using System.Globalization;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// Pure: values that are allowed and seldom meant: a million baht, ten thousand of anything else, a day outside the programme's fiscal
/// year. The page says them in words and asks once before it sends them.
/// </summary>
public static class UnusualValues
{
    private const decimal ManyBaht = 1_000_000;
    private const decimal Many = 10_000;

    /// <param name="fields">As <see cref="FormReader"/> read them.</param>
    /// <returns>Each with its path and what it means; empty when there is nothing to ask.</returns>
    public static IReadOnlyList<FieldError> In(IReadOnlyList<Field> asked, JsonObject fields, int fiscalYear) =>
        [
            .. asked
                .Where(f => fields[f.Id] is not null)
                .SelectMany(f =>
                    f.Columns is { } columns
                        ? (fields[f.Id] as JsonArray ?? [])
                            .Index()
                            .SelectMany(row =>
                                In(columns, row.Item!.AsObject(), fiscalYear).Select(e => e with { Path = $"{f.Id}[{row.Index}].{e.Path}" })
                            )
                    : Words(f, fields[f.Id]!, fiscalYear) is { } words ? [new FieldError(f.Id, "unusual", words)]
                    : []
                ),
        ];

    private static Text? Words(Field field, JsonNode value, int fiscalYear) =>
        field.Kind switch
        {
            FieldKind.Date when Day(value) is var day && FiscalYear.Of(day) != fiscalYear => ValueWords.Of(day),
            FieldKind.Money when Math.Abs(value.GetValue<decimal>()) >= ManyBaht => ValueWords.Of(field, value.GetValue<decimal>()),
            FieldKind.Integer or FieldKind.Number when Math.Abs(value.GetValue<decimal>()) >= Many => ValueWords.Of(
                field,
                value.GetValue<decimal>()
            ),
            _ => null,
        };

    private static DateOnly Day(JsonNode value) =>
        DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
