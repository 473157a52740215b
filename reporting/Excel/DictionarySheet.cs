using CddFunctions.Reporting.Datasets;
using ClosedXML.Excel;

namespace CddFunctions.Reporting.Excel;

/// <summary>Every column of every table: what it is called, what it means, whether it is personal.</summary>
internal static class DictionarySheet
{
    public const string Name = "พจนานุกรมข้อมูล";

    private static readonly (string Header, double Width)[] Columns =
    [
        ("table", 16),
        ("column", 20),
        ("captionTh", 22),
        ("captionEn", 20),
        ("meaningTh", 48),
        ("meaningEn", 48),
        ("kind", 34),
        ("personal", 10),
    ];

    public static void Draw(IXLWorksheet sheet)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            sheet.Cell(1, i + 1).SetValue(Columns[i].Header);
            sheet.Column(i + 1).Width = Columns[i].Width;
        }

        var row = 1;
        foreach (var (table, column) in DatasetCatalogue.All.SelectMany(d => d.Columns, (d, c) => (d.Name, c)))
            Fill(sheet, ++row, table, column);

        var range = sheet.Range(1, 1, row, Columns.Length);
        Look.AsBody(sheet.Range(2, 1, row, Columns.Length));
        var dictionary = range.CreateTable("dictionary");
        dictionary.Theme = XLTableTheme.None;
        Look.AsHeader(sheet.Range(1, 1, 1, Columns.Length));
        sheet.SheetView.FreezeRows(1);
        Look.ForPrint(sheet, "$1:$1");
    }

    private static void Fill(IXLWorksheet sheet, int row, string table, DatasetColumn column)
    {
        var kind = KindFormat.Of(column.Kind).Name;
        string[] texts =
        [
            table,
            column.Name,
            column.Title.Th,
            column.Title.En,
            column.Meaning.Th,
            column.Meaning.En,
            $"{kind.Th} / {kind.En}",
        ];
        for (var i = 0; i < texts.Length; i++)
            sheet.Cell(row, i + 1).SetValue(texts[i]);

        sheet.Cell(row, texts.Length + 1).SetValue(column.Personal);

        sheet.Row(row).Height = Look.LineHeight * texts.Index().Max(t => Look.Lines(t.Item, Columns[t.Index].Width));
    }
}
