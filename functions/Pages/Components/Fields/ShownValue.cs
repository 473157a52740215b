using System.Globalization;
using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Pages.Components.Fields;

/// <summary>Pure: a stored value as people read it.</summary>
public static class ShownValue
{
    /// <summary>The fields of a revision that hold something, files and lines included.</summary>
    public static List<FieldView> Of(Target target, Revision revision, FieldScope scope)
    {
        var here = scope with { Files = revision.Files };
        return [.. RosterForms.AsHandIn(target).Fields
            .Select(f => new FieldView(f, f.Id, revision.Fields[f.Id] is { } value ? JsonSerializer.SerializeToElement(value, Json.Options) : null, here))
            .Where(v => v.Value is not null || revision.Files.ContainsKey(v.Field.Id))];
    }

    public static string Of(FieldView view, PageContext page) => view.Field.Kind switch
    {
        FieldKind.Date => ThaiDate.ParseAny(view.Words) is { } day ? page.Day(day) : view.Words,
        FieldKind.Boolean => view.Yes is { } yes ? yes ? page.Texts.HandIn.Yes : page.Texts.HandIn.No : view.Words,
        FieldKind.Choice or FieldKind.Unit => Option(view, view.Chosen, page),
        FieldKind.Choices => string.Join(", ", view.ChosenOf.Select(c => Option(view, c, page))),
        FieldKind.Money => Number(view.Words, "#,0.00"),
        FieldKind.Integer or FieldKind.Number => Number(view.Words, "#,0.############"),
        FieldKind.Phone => ThaiPhone.Parse(view.Words) is { } phone ? ThaiPhone.Format(phone) : view.Words,
        _ => view.Words,
    };

    private static string Option(FieldView view, string value, PageContext page) =>
        view.Options.FirstOrDefault(o => string.Equals(o.Value, value, StringComparison.Ordinal)) is { } option ? page.In(new(option.Th, option.En)) : value;

    private static string Number(string words, string format) =>
        decimal.TryParse(words, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString(format, CultureInfo.InvariantCulture) : words;
}
