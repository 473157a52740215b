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

    /// <summary>Id of the suggestions for a column.</summary>
    public static string ListId(Field column) => $"list-{column.Id}";

    public static string Change(PageContext page, RosterChange change, Field table)
    {
        var t = page.Texts<RosterTexts>();
        return change.Kind is not RosterChangeKind.Corrected
            ? t.Added
            : page.Fill(t.Corrected, string.Join(", ", (change.Columns ?? []).Select(id => Label(page, table, id))));
    }

    /// <summary>Where a fault is: rows and column, or the workbook, the pasted text, the list as a whole.</summary>
    public static string Where(PageContext page, Field table, FaultLine fault)
    {
        var t = page.Texts<RosterTexts>();
        if (fault.Rows.Length == 0)
            return fault.Column switch
            {
                RosterPost.File => t.File,
                RosterPaste.Path => t.Paste,
                _ => t.People,
            };

        var row = page.Fill(t.Row, page.English ? fault.Rows : ThaiDigits.ToThai(fault.Rows));
        return fault.Column.Length == 0 ? row : $"{row} {Label(page, table, fault.Column)}";
    }

    /// <summary>The address on the page that leads to a fault.</summary>
    public static string Href(RosterSheetView sheet, Field table, FieldError fault)
    {
        var line = sheet.Lines.FirstOrDefault(l => fault.Path.StartsWith($"rows[{l.Number}]", StringComparison.Ordinal));
        if (line is null)
            return fault.Path is RosterPost.File or RosterPaste.Path ? $"#{fault.Path}" : "#list";

        return RosterForm.Inputs(table).FirstOrDefault(c => string.Equals(line.Name(c), fault.Path, StringComparison.Ordinal)) is { } column
            ? "#" + FieldView.IdOf(line.Name(column))
            : "#" + RowId(line);
    }

    private static string Label(PageContext page, Field table, string id) =>
        (table.Columns ?? []).FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal)) is { } column
            ? page.In(column.Label)
            : id;
}
