using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;
using ClosedXML.Excel;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// The Excel template of one unit's roster: captions, one numbered row per person, the list as it stands filled in, and a second sheet
/// with what can be chosen (villages with their codes). Everything is text, so that telephone numbers keep their zero and nothing becomes
/// a formula.
/// </summary>
public static class RosterTemplate
{
    private const int HeaderRow = 3;
    private const int SpareRows = 20;

    /// <summary>One value of a column as the sheet shows it, and the code behind it where people know one.</summary>
    private sealed record Choice(string Value, string Shown, string? Code = null);

    /// <param name="around">Units that a column of places may name.</param>
    public static byte[] Write(RosterTarget found, IReadOnlyList<JsonObject> entries, IReadOnlyList<Unit> around)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("รายชื่อ");
        var choices = book.AddWorksheet("ตัวเลือก");
        sheet.Cell(1, 1).SetValue($"{found.Roster.Th} · {found.Target.Unit.Th}").Style.Font.SetBold().Font.SetFontSize(14);
        sheet.Cell(2, 1).SetValue(Help(found.Roster)).Style.Font.SetFontColor(XLColor.DimGray);

        var rows = Math.Max(found.Roster.Size.Exact ?? entries.Count + SpareRows, entries.Count);
        foreach (var (c, column) in (found.Table.Columns ?? []).Index())
        {
            var known = ChoicesOf(column, found, around);
            WriteColumn(sheet, c + 1, column, rows, [.. entries.Select(e => Shown(column, e[column.Id]?.ToString(), known))]);
            if (known.Count > 0)
                Offer(sheet.Range(HeaderRow + 1, c + 1, HeaderRow + rows, c + 1), column, WriteChoices(choices, column, known));
        }

        sheet.SheetView.FreezeRows(HeaderRow);
        if (choices.LastColumnUsed() is null)
            choices.Delete();
        using var output = new MemoryStream();
        book.SaveAs(output);
        return output.ToArray();
    }

    private static void WriteColumn(IXLWorksheet sheet, int c, Field column, int rows, IReadOnlyList<string?> values)
    {
        var caption = sheet.Cell(HeaderRow, c);
        caption
            .SetValue(column.Th)
            .Style.Font.SetBold()
            .Fill.SetBackgroundColor(XLColor.FromHtml("#1F4E5F"))
            .Font.SetFontColor(XLColor.White);
        if (column.Help is { } help)
            caption.Comment.AddText(help.Th);

        sheet.Column(c).Width = column.Kind is FieldKind.Integer ? 8 : 20;
        var cells = sheet.Range(HeaderRow + 1, c, HeaderRow + rows, c);
        cells.Style.NumberFormat.Format = "@";
        cells.DataType = XLDataType.Text;
        for (var i = 0; i < rows; i++)
            sheet
                .Cell(HeaderRow + 1 + i, c)
                .SetValue((i < values.Count ? values[i] : null) ?? (TableRules.IsRunningNumber(column) ? $"{i + 1}" : ""));
    }

    /// <summary>The choices in a column of their own, with their codes beside them.</summary>
    private static IXLRange WriteChoices(IXLWorksheet sheet, Field column, IReadOnlyList<Choice> choices)
    {
        var at = (sheet.LastColumnUsed()?.ColumnNumber() ?? 0) + 1;
        sheet.Cell(1, at).SetValue($"ตัวเลือกของ “{column.Th}”").Style.Font.SetBold();
        foreach (var (i, choice) in choices.Index())
        {
            sheet.Cell(i + 2, at).SetValue(choice.Shown);
            if (choice.Code is { } code)
                sheet.Cell(i + 2, at + 1).SetValue(code);
        }

        sheet.Columns(at, at + 1).Width = 24;
        return sheet.Range(2, at, choices.Count + 1, at);
    }

    private static void Offer(IXLRange cells, Field column, IXLRange choices)
    {
        var offered = cells.SetDataValidation();
        offered.List(choices, true);
        offered.ShowErrorMessage = column.Kind is FieldKind.Choice; // a village that is not on the list may be written
    }

    private static List<Choice> ChoicesOf(Field column, RosterTarget found, IReadOnlyList<Unit> around) =>
        column switch
        {
            { Kind: FieldKind.Choice } => [.. Choices.Of(column, found.Target.Campaign.Definition).Select(o => new Choice(o.Value, o.Th))],
            { Kind: FieldKind.Unit, Level: Areas.Village } =>
            [
                .. around
                    .Where(u => u.Level is Areas.Village)
                    .GroupBy(u => u.Th, StringComparer.Ordinal)
                    .SelectMany(g => g.Select(u => new Choice(u.Code, g.Count() == 1 ? u.Th : u.Code, u.Code)))
                    .OrderBy(c => c.Code, StringComparer.Ordinal),
            ],
            _ => [],
        };

    private static string? Shown(Field column, string? value, List<Choice> choices) =>
        value is not null && column.Kind is FieldKind.Phone
            ? ThaiPhone.Format(value)
            : choices.Find(c => string.Equals(c.Value, value, StringComparison.Ordinal))?.Shown ?? value;

    private static string Help(Roster roster) =>
        roster.Size.Exact is { } exact
            ? $"กรอกให้ครบ {ThaiDigits.ToThai(exact)} คน แถวละหนึ่งคน แล้วส่งไฟล์นี้กลับในระบบ"
            : "กรอกแถวละหนึ่งคน แล้วส่งไฟล์นี้กลับในระบบ";
}
