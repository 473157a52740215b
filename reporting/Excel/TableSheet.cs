using CddFunctions.Reporting.Datasets;
using ClosedXML.Excel;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// The look of one table's sheet: row 1 Thai captions for people, row 2 the table's header with the stable names for
/// programs, row 3 one empty row that carries each column's format and stays when there is no data (Excel has no table
/// without a row).
/// </summary>
internal static class TableSheet
{
    public const int HeaderRow = 2;
    public const int FirstDataRow = 3;

    /// <summary>Characters on an A4 page across before the print gets too small.</summary>
    private const double ReadableWidth = 230;

    public static void Draw(IXLWorksheet sheet, Dataset dataset)
    {
        for (var i = 0; i < dataset.Columns.Count; i++)
            DrawColumn(sheet, i + 1, dataset.Columns[i]);

        var last = dataset.Columns.Count;
        Look.AsHeader(sheet.Range(1, 1, 1, last));
        sheet.Row(1).Height = 30;
        var table = sheet.Range(HeaderRow, 1, FirstDataRow, last).CreateTable(dataset.Name);
        table.Theme = XLTableTheme.TableStyleLight1;
        sheet
            .Range(HeaderRow, 1, HeaderRow, last)
            .Style.Font.SetFontColor(Look.Muted)
            .Font.SetFontSize(8)
            .Font.SetBold(false)
            .Fill.SetBackgroundColor(Look.HeadBand);
        sheet.SheetView.FreezeRows(HeaderRow);
        Look.ForPrint(sheet, "$1:$2", pagesAcross: PagesAcross(dataset));
        if (dataset.KeyColumns > 0)
            sheet.PageSetup.SetColumnsToRepeatAtLeft(1, dataset.KeyColumns);
    }

    /// <summary>Characters in a line of the column; null where nothing wraps: codes and numbers are read whole or not at all.</summary>
    public static double? Wrap(DatasetColumn column) => column.Kind is ColumnKind.Text ? column.Width : null;

    /// <summary>
    /// How many printed pages the columns take side by side. The key columns are repeated and take their width on each of them.
    /// </summary>
    private static int PagesAcross(Dataset dataset)
    {
        var all = dataset.Columns.Sum(c => c.Width);
        var repeated = dataset.Columns.Take(dataset.KeyColumns).Sum(c => c.Width);
        return Math.Max(1, (int)Math.Ceiling((all - repeated) / (ReadableWidth - repeated)));
    }

    private static void DrawColumn(IXLWorksheet sheet, int number, DatasetColumn column)
    {
        sheet.Column(number).Width = column.Width;
        sheet.Cell(1, number).SetValue(column.Title.Th);
        sheet.Cell(HeaderRow, number).SetValue(column.Name);
        sheet.Cell(FirstDataRow, number).Style.NumberFormat.SetFormat(KindFormat.Of(column.Kind).Excel);
        var alignment = sheet.Range(1, number, FirstDataRow, number).Style.Alignment;
        alignment.SetVertical(XLAlignmentVerticalValues.Top).Alignment.SetHorizontal(Side(column.Kind));
        sheet.Cell(FirstDataRow, number).Style.Alignment.SetWrapText(Wrap(column) is not null);
        if (Side(column.Kind) == XLAlignmentHorizontalValues.Right)
            alignment.SetIndent(1);
    }

    private static XLAlignmentHorizontalValues Side(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Whole or ColumnKind.Number or ColumnKind.Year => XLAlignmentHorizontalValues.Right,
            ColumnKind.YesNo => XLAlignmentHorizontalValues.Center,
            _ => XLAlignmentHorizontalValues.Left,
        };
}
