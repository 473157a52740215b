using CddFunctions.Reporting.Datasets;
using ClosedXML.Excel;

namespace CddFunctions.Reporting.Excel;

/// <summary>The whole workbook as ClosedXML lays it out, without a row of data.</summary>
/// <param name="Package">The .xlsx file.</param>
/// <param name="CountCells">Table name → cell of the title sheet that shall hold its row count.</param>
internal sealed record WorkbookDesign(MemoryStream Package, IReadOnlyDictionary<string, string> CountCells)
{
    public static WorkbookDesign Draw(ExportContext context)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.SetFontName(Look.Font).Font.SetFontSize(Look.FontSize).Font.SetFontColor(Look.Ink);
        workbook.Properties.Title = context.Title.Th;
        workbook.Properties.Subject = context.Campaign;
        workbook.Properties.Created = context.AsOf.UtcDateTime;
        workbook.Properties.Modified = context.AsOf.UtcDateTime;

        var counts = TitleSheet.Draw(workbook.AddWorksheet(TitleSheet.Name), context);
        SummarySheet.Draw(workbook.AddWorksheet(SummarySheet.Name), context);
        foreach (var dataset in DatasetCatalogue.All)
            TableSheet.Draw(workbook.AddWorksheet(dataset.Title.Th), dataset);

        DictionarySheet.Draw(workbook.AddWorksheet(DictionarySheet.Name));
        var package = new MemoryStream();
        workbook.SaveAs(package);
        package.Position = 0;
        return new(package, counts);
    }
}
