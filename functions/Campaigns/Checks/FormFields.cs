using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>A field or column with its place.</summary>
internal readonly record struct PlacedField(string Path, Field Field, bool IsColumn);

internal static class FormFields
{
    /// <summary>All fields of a form with the columns of its tables.</summary>
    public static IEnumerable<PlacedField> Of(Form form) =>
        from field in form.Fields
        let path = $"forms/{form.Id}/fields/{field.Id}"
        from placed in (field.Columns ?? [])
            .Select(c => new PlacedField($"{path}/columns/{c.Id}", c, IsColumn: true))
            .Prepend(new(path, field, IsColumn: false))
        select placed;

    public static bool IsPersonal(Form form) => Of(form).Any(f => f.Field.Personal);
}
