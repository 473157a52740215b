using System.Globalization;
using System.Text.RegularExpressions;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields.Pages;
using CddFunctions.Web;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>One entry of the summary above a form.</summary>
/// <param name="Target">Id of the input; null when the form has no such input.</param>
/// <param name="Place">The input's caption on the page; empty for a fault of the form as a whole.</param>
public sealed record ErrorLink(string? Target, string Place, string Message);

/// <summary>Pure: leads from what was refused to the input that holds it, also to the cells of a table.</summary>
public static partial class ErrorLinks
{
    /// <summary>Most errors that the summary lists. The others follow when the form is sent again with these corrected.</summary>
    private const int Most = 100;

    /// <param name="fields">All fields of the hand-in; <paramref name="inputs"/> are those that this page asks for.</param>
    public static IReadOnlyList<ErrorLink> Of(
        IReadOnlyList<Field> fields,
        IReadOnlyList<Field> inputs,
        IReadOnlyList<FieldError> errors,
        PageContext page
    ) =>
        [
            .. errors
                .Take(Most)
                .Select(e => Of(fields, e, page))
                .Select(l => l.Field is null || Find(inputs, l.Field) is null ? l.Link with { Target = null } : l.Link),
        ];

    private static (ErrorLink Link, string? Field) Of(IReadOnlyList<Field> fields, FieldError error, PageContext page)
    {
        var message = page.In(error.Message);
        if (Path().Match(error.Path) is not { Success: true } path || Find(fields, path.Groups["field"].Value) is not { } field)
            return (new(null, error.Path, message), null);
        if (field.Kind is not FieldKind.Table || !path.Groups["line"].Success)
            return (new(FieldView.IdOf(field.Id), page.In(field.Label), message), field.Id);

        var line = int.Parse(path.Groups["line"].Value, CultureInfo.InvariantCulture);
        var column = Find(field.Columns ?? [], path.Groups["column"].Value);
        var place =
            $"{page.In(field.Label)} · {page.Fill(page.Texts<HandInTexts>().Line, line + 1)}{(column is null ? "" : $" · {page.In(column.Label)}")}";
        return (new(FieldView.IdOf(column is null ? $"{field.Id}[{line}]" : $"{field.Id}[{line}].{column.Id}"), place, message), field.Id);
    }

    private static Field? Find(IReadOnlyList<Field> fields, string id) =>
        fields.FirstOrDefault(f => string.Equals(f.Id, id, StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<field>[^\[.]+)(\[(?<line>[0-9]{1,5})\](\.(?<column>[^\[.]+))?)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();
}
