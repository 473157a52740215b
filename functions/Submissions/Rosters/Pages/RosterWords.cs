using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields.Pages;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>Pure: places and changes of a list in words.</summary>
public static class RosterWords
{
    public static string Number(PageContext page, int n) => page.English ? $"{n}" : ThaiDigits.ToThai(n);

    public static string RowId(RosterLine line) => $"row-{line.Number}";

    public static string Change(PageContext page, RosterChange change, Field table)
    {
        var t = page.Texts<RosterTexts>();
        return change.Kind is not RosterChangeKind.Corrected
            ? t.Added
            : page.Fill(t.Corrected, string.Join(", ", (change.Columns ?? []).Select(id => Label(page, table, id))));
    }

    /// <summary>Where a fault is, and the address on the page that leads to it.</summary>
    public static (string Href, string Words) Place(PageContext page, RosterSheetView sheet, Field table, FieldError fault)
    {
        foreach (var line in sheet.Lines)
        {
            if (fault.Path.StartsWith($"rows[{line.Number}]", StringComparison.Ordinal))
            {
                var column = RosterForm
                    .Inputs(table)
                    .FirstOrDefault(c => string.Equals(line.Name(c), fault.Path, StringComparison.Ordinal));
                var row = page.Fill(page.Texts<RosterTexts>().Row, Number(page, line.Number));
                return column is null
                    ? ("#" + RowId(line), row)
                    : ("#" + FieldView.IdOf(line.Name(column)), $"{row} {page.In(column.Label)}");
            }
        }

        return fault.Path is RosterPost.File or RosterPaste.Path
            ? ($"#{fault.Path}", fault.Path is RosterPost.File ? page.Texts<RosterTexts>().File : page.Texts<RosterTexts>().Paste)
            : ("#list", page.Texts<RosterTexts>().People);
    }

    private static string Label(PageContext page, Field table, string id) =>
        (table.Columns ?? []).FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal)) is { } column
            ? page.In(column.Label)
            : id;
}
