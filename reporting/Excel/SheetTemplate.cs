using System.Globalization;
using System.Xml.Linq;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// The XML of a designed worksheet in two parts: <paramref name="Head"/>
/// before the place of the rows, <paramref name="Tail"/> after it.
/// </summary>
/// <param name="Styles">Style number of each column.</param>
internal sealed record SheetTemplate(string Head, string Tail, IReadOnlyList<int> Styles)
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Cut = "<cut />";

    public static SheetTemplate Of(XDocument sheet)
    {
        var root = sheet.Root!;
        var data = root.Element(Main + "sheetData")!;
        var sample = data.Elements(Main + "row").Single(r => (int)r.Attribute("r")! == TableSheet.FirstDataRow);
        var styles = StylesOf(sample);
        AllowNumbersAsText(root, styles.Count);
        var (head, tail) = Open(sheet, [sample]);
        return new(head, tail, styles);
    }

    /// <summary>Cuts a worksheet where its sample rows stand, and takes these away.</summary>
    public static (string Head, string Tail) Open(XDocument sheet, IReadOnlyList<XElement> samples)
    {
        samples[0].AddBeforeSelf(new XElement(Main + "cut"));
        samples.Remove();
        // The dimension element states the last row, which is not known when the head is written. Readers do without it.
        sheet.Root!.Element(Main + "dimension")?.Remove();
        var text = Tidy(sheet);
        var at = text.IndexOf(Cut, StringComparison.Ordinal);
        return (text[..at], text[(at + Cut.Length)..]);
    }

    public static IReadOnlyList<int> StylesOf(XElement row) => [.. row.Elements(Main + "c").Select(c => (int)c.Attribute("s")!)];

    /// <summary>A worksheet with its columns in order, as the schema wants them; ClosedXML writes the unused ones first.</summary>
    public static string Tidy(XDocument sheet)
    {
        var columns = sheet.Root!.Element(Main + "cols")!;
        columns.ReplaceNodes(columns.Elements().OrderBy(c => (int)c.Attribute("min")!).ToArray());
        return UsualForm.WithoutPrefix(sheet);
    }

    /// <summary>Codes are texts on purpose, so Excel must not mark each of them with a green corner as a number stored as text.</summary>
    private static void AllowNumbersAsText(XElement root, int columns)
    {
        var area = string.Create(
            CultureInfo.InvariantCulture,
            $"A{TableSheet.FirstDataRow}:{RowWriter.ColumnName(columns - 1)}{ExcelLimits.Rows}"
        );
        root.Element(Main + "tableParts")!
            .AddBeforeSelf(
                new XElement(
                    Main + "ignoredErrors",
                    new XElement(Main + "ignoredError", new XAttribute("sqref", area), new XAttribute("numberStoredAsText", 1))
                )
            );
    }
}
