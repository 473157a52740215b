using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;
using ClosedXML.Excel;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// The Excel template of one unit's roster: captions, one numbered row per person, the list as it stands filled in.
/// Everything is text, so that telephone numbers keep their zero and nothing becomes a formula.
/// </summary>
public static class RosterTemplate
{
    private const int HeaderRow = 3;
    private const int SpareRows = 20;

    public static byte[] Write(RosterTarget found, IReadOnlyList<JsonObject> entries)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("รายชื่อ");
        var columns = found.Table.Columns ?? [];
        sheet.Cell(1, 1).SetValue($"{found.Roster.Th} · {found.Target.Unit.Th}").Style.Font.SetBold().Font.SetFontSize(14);
        sheet.Cell(2, 1).SetValue(Help(found.Roster)).Style.Font.SetFontColor(XLColor.DimGray);

        var rows = Math.Max(found.Roster.Size.Exact ?? entries.Count + SpareRows, entries.Count);
        for (var c = 0; c < columns.Count; c++)
            WriteColumn(sheet, c + 1, columns[c], rows, entries, found.Target.Campaign.Definition);

        sheet.SheetView.FreezeRows(HeaderRow);
        using var output = new MemoryStream();
        book.SaveAs(output);
        return output.ToArray();
    }

    private static void WriteColumn(IXLWorksheet sheet, int c, Field column, int rows, IReadOnlyList<JsonObject> entries, Campaign campaign)
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
        List<Option> options = [.. Choices.Of(column, campaign)];
        for (var i = 0; i < rows; i++)
        {
            var value = i < entries.Count ? entries[i][column.Id]?.ToString() : null;
            if (column.Kind is FieldKind.Phone && value is not null)
                value = ThaiPhone.Format(value);
            value = options.Find(o => string.Equals(o.Value, value, StringComparison.Ordinal))?.Th ?? value;
            sheet.Cell(HeaderRow + 1 + i, c).SetValue(value ?? (column.Id is "no" ? $"{i + 1}" : ""));
        }

        if (options.Count > 0)
            cells.SetDataValidation().List($"\"{string.Join(',', options.Select(o => o.Th))}\"", true);
    }

    private static string Help(Roster roster) =>
        roster.Size.Exact is { } exact
            ? $"กรอกให้ครบ {ThaiDigits.ToThai(exact)} คน แถวละหนึ่งคน แล้วส่งไฟล์นี้กลับในระบบ"
            : "กรอกแถวละหนึ่งคน แล้วส่งไฟล์นี้กลับในระบบ";
}
