using CddFunctions.Reporting.Datasets;
using ClosedXML.Excel;

namespace CddFunctions.Reporting.Excel;

/// <summary>The first sheet: what this is, as of when, under which filters, and the tables with their row counts.</summary>
internal static class TitleSheet
{
    public const string Name = "สารบัญ";

    private const int CountColumn = 4;
    private const int LastColumn = 5;

    private static readonly double[] Widths = [28, 26, 20, 12, 74];

    private static readonly Caption[] Notes =
    [
        new(
            "วันและเวลาเป็นเวลาประเทศไทย แสดงปี พ.ศ. ส่วนไฟล์ CSV เก็บเป็นปี ค.ศ.",
            "Dates and times are Bangkok time, shown in the Buddhist era; the CSV files hold CE."
        ),
        new(
            "แถวที่ 1 ของแต่ละตารางเป็นชื่อภาษาไทย แถวที่ 2 เป็นชื่อคอลัมน์ที่คงที่สำหรับโปรแกรม",
            "Row 1 of a table's sheet is the Thai caption, row 2 the stable column name for programs."
        ),
        new(
            "รหัสและหมายเลขโทรศัพท์เป็นข้อความ ไม่มีเซลล์ใดในตารางเป็นสูตร",
            "Codes and phone numbers are text; no cell of a table is a formula."
        ),
        new(
            "ใน CSV ข้อความที่ขึ้นต้นด้วย = + - @ (รวมตัวเต็มความกว้าง) แท็บ หรือการขึ้นบรรทัด มี ' นำหน้า",
            "In the CSV files a text that begins with = + - @ (wide ones too), a tab or a line break has a ' in front."
        ),
    ];

    /// <returns>Table name → address of its row count, which is only known when the rows have been written.</returns>
    public static IReadOnlyDictionary<string, string> Draw(IXLWorksheet sheet, ExportContext context)
    {
        for (var i = 0; i < Widths.Length; i++)
            sheet.Column(i + 1).Width = Widths[i];

        Look.ForPrint(sheet);
        sheet.ShowGridLines = false;
        DrawTitle(sheet, context);
        var next = DrawFacts(sheet, context, row: 4);
        var counts = DrawTables(sheet, next + 1, out next);
        DrawNotes(sheet, next + 1);
        return counts;
    }

    private static void DrawTitle(IXLWorksheet sheet, ExportContext context)
    {
        SetAcross(sheet, 1, 1, context.Title.Th).Style.Font.SetFontSize(18).Font.SetBold(true).Font.SetFontColor(Look.Head);
        SetAcross(sheet, 2, 1, context.Title.En).Style.Font.SetFontSize(12).Font.SetFontColor(Look.Muted);
        foreach (var (row, height, scale) in new[] { (1, 30, 2.0), (2, 18, 1.3) })
        {
            sheet.Row(row).Height = height * Look.Lines(sheet.Cell(row, 1).GetString(), Widths.Sum() / scale);
            sheet.Range(row, 1, row, LastColumn).Style.Alignment.SetWrapText(true).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        }
    }

    private static int DrawFacts(IXLWorksheet sheet, ExportContext context, int row)
    {
        sheet.Range(row, 2, row, LastColumn).Style.Font.SetBold(true);
        foreach (var (label, value) in Facts(context))
        {
            sheet.Cell(row, 1).SetValue($"{label.Th} / {label.En}").Style.Font.SetFontColor(Look.Muted);
            SetAcross(sheet, row, 2, value).Style.Alignment.SetWrapText(true);
            sheet.Row(row).Height = 2 + (Look.LineHeight * Look.Lines(value, Widths[1..].Sum()));
            sheet.Range(row, 1, row, LastColumn).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            row++;
        }

        return row;
    }

    private static IEnumerable<(Caption Label, string Value)> Facts(ExportContext context)
    {
        yield return (new("ข้อมูล ณ", "As of"), ThaiTime.Long(context.AsOf));
        yield return (new("แผนงาน", "Campaign"), context.Campaign);
        yield return (new("รุ่นของแผนงาน", "Revision"), context.DefinitionRevision);
        if (context.Label is { } label)
            yield return (new("ชื่อชุดข้อมูล", "Label"), label);

        yield return (
            new("ตัวกรอง", "Filters"),
            context.Filters is { Count: > 0 } filters
                ? string.Join("\n", filters.Select(f => $"{f.Th} / {f.En}"))
                : "ไม่มี แสดงข้อมูลทั้งหมด / none, all rows"
        );
        yield return (
            new("ข้อมูลส่วนบุคคล", "Personal"),
            context.IncludePersonal
                ? "มีข้อมูลส่วนบุคคล ใช้เท่าที่จำเป็นและห้ามเผยแพร่ / included: use only as needed, do not publish"
                : $"ปิดบังด้วย {Dataset.Mask} / masked with {Dataset.Mask}"
        );
    }

    private static Dictionary<string, string> DrawTables(IXLWorksheet sheet, int row, out int next)
    {
        SetRow(sheet, row, "ตาราง", "Table", "ชื่อ / name", "แถว / rows", "ความหมาย / meaning");
        Look.AsHeader(sheet.Range(row, 1, row, LastColumn));
        sheet.Row(row).Height = 20;
        var first = row;
        var counts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dataset in DatasetCatalogue.All)
        {
            row++;
            var meaning = $"{dataset.Meaning.Th}\n{dataset.Meaning.En}";
            SetRow(sheet, row, dataset.Title.Th, dataset.Title.En, dataset.Name, "", meaning);
            Look.AsBody(sheet.Range(row, 1, row, LastColumn));
            sheet.Cell(row, 1).Hyperlink = new XLHyperlink($"'{dataset.Title.Th}'!A1");
            sheet.Cell(row, CountColumn).SetValue(0).Style.NumberFormat.SetFormat("#,##0");
            sheet.Row(row).Height = 4 + (Look.LineHeight * Look.Lines(meaning, Widths[LastColumn - 1]));
            counts[dataset.Name] = sheet.Cell(row, CountColumn).Address.ToString()!;
        }

        next = row + 1;
        sheet.Range(first, CountColumn, row, CountColumn).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        sheet.Range(first, LastColumn, row, LastColumn).Style.Alignment.SetIndent(1);
        return counts;
    }

    private static void DrawNotes(IXLWorksheet sheet, int row)
    {
        foreach (var note in Notes)
        {
            SetAcross(sheet, row, 1, $"• {note.Th}  {note.En}").Style.Font.SetFontColor(Look.Muted).Font.SetFontSize(9);
            row++;
        }
    }

    private static IXLCell SetAcross(IXLWorksheet sheet, int row, int column, string text)
    {
        sheet.Range(row, column, row, LastColumn).Merge();
        return sheet.Cell(row, column).SetValue(text);
    }

    private static void SetRow(IXLWorksheet sheet, int row, params ReadOnlySpan<string> texts)
    {
        for (var i = 0; i < texts.Length; i++)
            sheet.Cell(row, i + 1).SetValue(texts[i]);
    }
}
