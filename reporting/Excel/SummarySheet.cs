using System.Text;
using System.Xml.Linq;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Summaries;
using ClosedXML.Excel;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// One printed page for people who decide: how each task stands. The design has one sample row of each kind. The real rows, which are
/// known only when all obligations have been written, replace them.
/// </summary>
internal static class SummarySheet
{
    public const string Name = "สรุป";

    private const string ChoiceNote = "งานในกลุ่มทางเลือก: หน่วยที่ครบด้วยงานอื่นในกลุ่มแล้วไม่นับเป็นต้องส่ง";
    private const double FontSize = 12;
    private const int HeaderRow = 4;
    private const int FirstRow = 5;
    private const int DueColumn = 2;

    // Positions of the sample rows, counted from FirstRow.
    private const int Task = 0;
    private const int Choice = 1;
    private const int Total = 2;
    private const int Note = 3;

    private static readonly string[] Notes =
    [
        "ส่งแล้ว: หน่วยที่ส่งครบจำนวนฉบับแล้ว ไม่ว่ารอตรวจรับ ส่งกลับให้แก้ไข รับแล้ว หรือไม่ต้องตรวจรับ   ทันกำหนดหรือช้า: นับจากวันที่ส่งครั้งแรก รวมการขยายเวลา เฉพาะงานที่มีกำหนด",
        "(อนุมาน) กำหนดที่อนุมานจากหนังสือ   (สมมติ) กำหนดที่สมมติขึ้นเพราะหนังสือไม่ระบุ   (ของระบบ) กำหนดที่ระบบตั้งเอง",
    ];

    private static int LastColumn => SummaryLines.Columns.Count;

    public static void Draw(IXLWorksheet sheet, ExportContext context)
    {
        sheet.ShowGridLines = false;
        sheet.Cell(1, 1).SetValue("สรุปความก้าวหน้ารายงาน").Style.Font.SetFontSize(18).Font.SetBold(true).Font.SetFontColor(Look.Head);
        sheet.Cell(2, 1).SetValue($"{context.Title.Th}   ข้อมูล ณ {ThaiTime.Long(context.AsOf)}").Style.Font.SetFontColor(Look.Muted);
        foreach (var (i, (caption, width)) in SummaryLines.Columns.Index())
        {
            sheet.Column(i + 1).Width = width;
            sheet.Cell(HeaderRow, i + 1).SetValue(caption);
        }

        Look.AsHeader(sheet.Range(HeaderRow, 1, HeaderRow, LastColumn));
        sheet
            .Range(HeaderRow, DueColumn + 1, HeaderRow, LastColumn)
            .Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right)
            .Alignment.SetIndent(1);
        sheet.Row(HeaderRow).Height = 2 + (2 * Look.LineHeight);
        DrawSamples(sheet);
        sheet.SheetView.FreezeRows(HeaderRow);
        Look.ForPrint(sheet, $"${HeaderRow}:${HeaderRow}");
    }

    public static async System.Threading.Tasks.Task WriteAsync(Stream part, XDocument sheet, Summary summary, CancellationToken ct)
    {
        var samples = sheet.Descendants(SheetTemplate.Main + "row").Where(r => (int)r.Attribute("r")! >= FirstRow).ToList();
        var lines = new RowHeights(
            [.. SummaryLines.Columns.Select(c => (double?)(c.Width * Look.FontSize / FontSize))],
            LineHeight: 16,
            Padding: 4
        );
        var notes = new RowHeights(new double?[LastColumn], Padding: 2);
        List<RowWriter> writers =
        [
            .. samples.Select((s, kind) => new RowWriter(part, SheetTemplate.StylesOf(s), kind == Note ? notes : lines)),
        ];
        var (head, tail) = SheetTemplate.Open(sheet, samples);
        await part.WriteAsync(Encoding.UTF8.GetBytes(head), ct);
        var row = FirstRow;
        foreach (var (kind, cells) in Lines(summary))
        {
            await writers[kind].WriteAsync(row++, cells, ct);
            await writers[kind].FlushAsync(ct);
        }

        await part.WriteAsync(Encoding.UTF8.GetBytes(tail), ct);
    }

    private static void DrawSamples(IXLWorksheet sheet)
    {
        for (var row = FirstRow; row < FirstRow + Note; row++)
        {
            Look.AsBody(sheet.Range(row, 1, row, LastColumn));
            sheet.Range(row, 1, row, LastColumn).Style.Font.SetFontSize(FontSize);
            sheet
                .Range(row, DueColumn + 1, row, LastColumn)
                .Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right)
                .Alignment.SetIndent(1)
                .NumberFormat.SetFormat("#,##0");
            sheet.Cell(row, LastColumn).Style.NumberFormat.SetFormat("0.0");
        }

        sheet.Range(FirstRow + Choice, 1, FirstRow + Choice, LastColumn).Style.Font.SetItalic(true);
        sheet.Range(FirstRow + Total, 1, FirstRow + Total, LastColumn).Style.Font.SetBold(true).Fill.SetBackgroundColor(Look.HeadBand);
        sheet.Range(FirstRow + Note, 1, FirstRow + Note, LastColumn).Style.Font.SetFontColor(Look.Muted).Font.SetFontSize(9);
    }

    private static IEnumerable<(int Sample, Cell[] Cells)> Lines(Summary summary) =>
        [
            .. summary.Tasks.Select(t => (Task, SummaryLines.Of(t))),
            (Total, SummaryLines.Total(summary.Total)),
            .. summary.Choices.Select(c => (Choice, SummaryLines.Of(c))),
            (Note, []),
            .. Notes.Concat(summary.Choices.Any() ? [ChoiceNote] : []).Select(n => (Note, new[] { Cell.Of(n) })),
        ];
}
