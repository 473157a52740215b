using System.Globalization;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>Pure: a stored value as people read it. What does not fit its kind (a masked one, an older form's) is shown as it is.</summary>
/// <param name="place">Finds a unit by its code.</param>
public sealed class FieldWords(PageContext page, Campaign campaign, Func<string, Unit?> place)
{
    private const string Between = " · ";

    public string Of(Field field, JsonNode? value) =>
        value switch
        {
            null => "",
            JsonArray several => string.Join(Between, several.Select(v => Of(field, v))),
            JsonValue one => Of(field, one, one.ToString()),
            _ => value.ToJsonString(),
        };

    private string Of(Field field, JsonValue value, string text) =>
        field.Kind switch
        {
            FieldKind.Integer or FieldKind.Number => Number(value) ?? text,
            FieldKind.Money => Number(value) is { } amount ? page.Fill(page.Texts<HistoryTexts>().Money, amount) : text,
            FieldKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? page.Day(day)
                : text,
            FieldKind.Boolean => value.TryGetValue<bool>(out var yes) ? YesOrNo(yes) : text,
            FieldKind.Choice or FieldKind.Choices => Choices
                .Of(field, campaign)
                .FirstOrDefault(o => string.Equals(o.Value, text, StringComparison.Ordinal))
                is { } option
                ? page.English
                    ? option.En
                    : option.Th
                : text,
            FieldKind.Unit => place(text) is { } unit ? page.In(unit.Name) : text,
            FieldKind.Phone => ThaiPhone.Format(text),
            _ => text,
        };

    private string YesOrNo(bool yes) => yes ? page.Texts<HistoryTexts>().Yes : page.Texts<HistoryTexts>().No;

    private static string? Number(JsonValue value) =>
        value.TryGetValue<decimal>(out var number) ? ThaiNumber.Format(number, thaiDigits: false) : null;
}
