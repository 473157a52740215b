using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Excel;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace CddFunctions.Reporting.Tests.Excel;

/// <summary>Reads the workbook back with two libraries that share no code with the writer of rows.</summary>
public sealed class WorkbookFileTests
{
    [Fact]
    public async Task ExcelDataReader_reads_the_same_texts()
    {
        var exported = await Exported.WriteAsync(Sample.Rows(units: Sample.Hostile.Select(t => Sample.Unit("0123", t))));

        var rows = ReadSheet(exported.Workbook, "หน่วยงานและพื้นที่");

        Assert.Equal(Names("units"), rows[1]);
        Assert.Equal(Sample.Hostile, rows.Skip(2).Select(r => r[3]));
        Assert.All(rows.Skip(2), r => Assert.Equal("0123", r[1]));
    }

    [Fact]
    public async Task ClosedXml_reads_the_same_texts_and_finds_no_formula()
    {
        // This version of the library leaves an escaped underscore as it is.
        string[] texts = [.. Sample.Hostile.Where(t => t != "_x0041_")];
        var exported = await Exported.WriteAsync(Sample.Rows(units: texts.Select(t => Sample.Unit("0123", t))));

        using var workbook = new XLWorkbook(exported.Workbook);
        var table = workbook.Worksheet("หน่วยงานและพื้นที่").Table("units");

        Assert.Equal(texts, table.DataRange.Rows().Select(r => r.Field("nameTh").GetString()));
        Assert.All(table.DataRange.Cells(), c => Assert.False(c.HasFormula, c.Address.ToString()));
        Assert.All(table.DataRange.Rows(), r => Assert.Equal(XLDataType.Text, r.Field("unit").DataType));
    }

    [Fact]
    public async Task Every_printed_page_repeats_its_header_rows_and_key_columns_by_anchored_names()
    {
        var exported = await Exported.WriteAsync(Sample.Rows());

        using var document = SpreadsheetDocument.Open(exported.Workbook, isEditable: false);
        var names = document.WorkbookPart!.Workbook.Descendants<DefinedName>().Select(n => n.Text).ToList();

        Assert.Equal(
            [
                "'สรุป'!$4:$4",
                "'งานที่ต้องส่ง'!$A:$E,'งานที่ต้องส่ง'!$1:$2",
                .. DatasetCatalogue.All.Skip(1).Select(d => $"'{d.Title.Th}'!$1:$2"),
                "'พจนานุกรมข้อมูล'!$1:$1",
            ],
            names
        );
    }

    [Fact]
    public async Task Sheets_list_their_columns_in_order_and_tables_let_codes_be_texts()
    {
        var exported = await Exported.WriteAsync(Sample.Rows(units: [Sample.Unit("2101", "เมืองระยอง")]));

        using var document = SpreadsheetDocument.Open(exported.Workbook, isEditable: false);
        var sheets = document
            .WorkbookPart!.WorksheetParts.Where(s => s.TableDefinitionParts.Any(t => t.Table.Name != "dictionary"))
            .ToList();

        Assert.Equal(DatasetCatalogue.All.Count, sheets.Count);
        Assert.All(
            sheets,
            s =>
            {
                Assert.All(s.Worksheet.Descendants<IgnoredError>(), e => Assert.True(e.NumberStoredAsText!.Value));
                Assert.Single(s.Worksheet.Descendants<IgnoredError>());
                Assert.Empty(s.Worksheet.Descendants<SheetDimension>());
            }
        );
        Assert.All(
            document.WorkbookPart.WorksheetParts,
            s =>
            {
                var columns = s.Worksheet.Descendants<Column>().Select(c => (From: c.Min!.Value, To: c.Max!.Value)).ToList();
                Assert.All(columns.Zip(columns.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
            }
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task The_package_obeys_the_schema_of_excel(int rows)
    {
        var exported = await Exported.WriteAsync(
            Sample.Rows(obligations: Enumerable.Repeat(Sample.Obligation(), rows), roster: Enumerable.Repeat(Sample.Person(), rows))
        );

        using var document = SpreadsheetDocument.Open(exported.Workbook, isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);

        Assert.Equal([], errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public async Task Values_keep_their_types()
    {
        var exported = await Exported.WriteAsync(Sample.Rows(obligations: [Sample.Obligation()]));

        var row = ReadSheet(exported.Workbook, "งานที่ต้องส่ง")[2];
        var column = Names("obligations").Index().ToDictionary(c => (string)c.Item!, c => c.Index);

        Assert.Equal("2101", row[column["unit"]]);
        Assert.Equal(new DateTime(2024, 5, 15, 23, 59, 59), row[column["dueAt"]]);
        Assert.Equal(new DateTime(2024, 5, 15), row[column["dueDate"]]);
        Assert.Equal(new DateTime(2024, 5, 15, 1, 30, 5), row[column["submittedAt"]]);
        Assert.Equal(new DateTime(2024, 5, 15), row[column["submittedDate"]]);
        Assert.Equal(true, row[column["onTime"]]);
        Assert.Equal(false, row[column["isDue"]]);
        Assert.Equal(1.5, row[column["reviewDays"]]);
        Assert.Equal(1234.0, row[column["revision"]]);
        Assert.Equal("accepted", row[column["state"]]);
        Assert.Equal("รับแล้ว", row[column["stateTh"]]);
        Assert.Null(row[column["extendedTo"]]);
    }

    [Fact]
    public async Task ExcelDataReader_reads_every_instant_to_the_second()
    {
        var midnight = new DateTimeOffset(2024, 5, 15, 0, 0, 0, ThaiTime.Bangkok);
        var seconds = Enumerable.Range(0, 86_400).ToList();
        var exported = await Exported.WriteAsync(
            Sample.Rows(submissions: seconds.Select(s => Sample.Submission("") with { SubmittedAt = midnight.AddSeconds(s) }))
        );

        var rows = ReadSheet(exported.Workbook, "การส่งงาน").Skip(2);

        Assert.Equal(seconds.Select(s => (object?)midnight.DateTime.AddSeconds(s)), rows.Select(r => r[7]));
    }

    [Fact]
    public async Task Title_and_dates_are_in_the_part_where_readers_look_for_them()
    {
        var exported = await Exported.WriteAsync(Sample.Rows());

        using var zip = new ZipArchive(exported.Workbook);
        var part = XDocument.Load(zip.GetEntry("docProps/core.xml")!.Open()).Root!;
        using var document = SpreadsheetDocument.Open(exported.Workbook, isEditable: false);

        Assert.Contains(part.Elements(), e => e.Name.LocalName == "title" && e.Value == Sample.Context.Title.Th);
        Assert.Equal("/docProps/core.xml", document.CoreFilePropertiesPart!.Uri.ToString());
        Assert.Equal(Sample.AsOf.UtcDateTime, document.PackageProperties.Modified!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task A_row_is_as_high_as_its_title_needs()
    {
        var exported = await Exported.WriteAsync(
            Sample.Rows(obligations: [Sample.Obligation(title: "ส่งเล่ม"), Sample.Obligation(title: new('ก', 81))])
        );

        using var document = SpreadsheetDocument.Open(exported.Workbook, isEditable: false);
        var rows = document
            .WorkbookPart!.WorksheetParts.Single(s => s.TableDefinitionParts.Any(t => t.Table.Name == "obligations"))
            .Worksheet.Descendants<Row>()
            .Where(r => r.RowIndex!.Value >= 3)
            .Select(r => r.Height?.Value);

        Assert.Equal([null, 28.0], rows);
    }

    [Theory]
    [InlineData(0, "A2:I3")]
    [InlineData(1, "A2:I3")]
    [InlineData(2, "A2:I4")]
    [InlineData(3000, "A2:I3002")]
    public async Task Table_and_filter_end_with_the_last_row(int count, string area)
    {
        var exported = await Exported.WriteAsync(Sample.Rows(units: Enumerable.Repeat(Sample.Unit("21", "ระยอง"), count)));

        using var zip = new ZipArchive(exported.Workbook);
        var table = zip
            .Entries.Where(e => e.FullName.StartsWith("xl/tables/", StringComparison.Ordinal))
            .Select(e => XDocument.Load(e.Open()).Root!)
            .Single(t => (string?)t.Attribute("name") == "units");

        Assert.Equal(area, (string?)table.Attribute("ref"));
        Assert.Equal(area, (string?)table.Element(SheetTemplate.Main + "autoFilter")!.Attribute("ref"));
    }

    [Fact]
    public async Task The_title_sheet_counts_the_rows_of_each_table()
    {
        var exported = await Exported.WriteAsync(
            Sample.Rows(units: [Sample.Unit("21", "ระยอง"), Sample.Unit("2101", "เมืองระยอง")], tasks: [Sample.Task(8)])
        );

        var title = ReadSheet(exported.Workbook, "สารบัญ");

        var counts = title.Where(r => r[3] is double).ToDictionary(r => (string)r[2]!, r => (double)r[3]!);
        Assert.Equal(DatasetCatalogue.All.Select(d => d.Name), counts.Keys);
        Assert.Equal((0, 2, 1), (counts["obligations"], counts["units"], counts["tasks"]));
        Assert.Contains(title, r => (string?)r[1] == "วันพุธที่ 15 พฤษภาคม พ.ศ. 2567 เวลา 16.59 น.");
    }

    [Fact]
    public async Task The_summary_follows_the_title_sheet_and_fits_the_width_of_a_page()
    {
        var exported = await Exported.WriteAsync(Sample.Rows(obligations: [Sample.Obligation()]));

        using var workbook = new XLWorkbook(exported.Workbook);
        var summary = workbook.Worksheets.Skip(1).First();

        Assert.Equal("สรุป", summary.Name);
        Assert.Equal((XLPaperSize.A4Paper, 1), (summary.PageSetup.PaperSize, summary.PageSetup.PagesWide));
        Assert.Equal("#,##0", summary.Cell("C5").Style.NumberFormat.Format);
        Assert.True(summary.Cell("A5").Style.Alignment.WrapText);
        Assert.Empty(summary.Tables);
    }

    [Fact]
    public async Task The_dictionary_lists_every_column_once()
    {
        var exported = await Exported.WriteAsync(Sample.Rows());

        var listed = ReadSheet(exported.Workbook, "พจนานุกรมข้อมูล").Skip(1);

        Assert.Equal(
            DatasetCatalogue.All.SelectMany(
                d => d.Columns,
                (d, c) => ((object?)d.Name, (object?)c.Name, (object?)c.Meaning.Th, (object?)c.Personal)
            ),
            listed.Select(r => (r[0], r[1], r[4], r[7]))
        );
    }

    [Fact]
    public async Task Captions_freeze_above_the_rows_and_columns_carry_their_formats()
    {
        var exported = await Exported.WriteAsync(Sample.Rows(obligations: [Sample.Obligation()]));

        using var workbook = new XLWorkbook(exported.Workbook);
        var sheet = workbook.Worksheet("งานที่ต้องส่ง");

        Assert.Equal(2, sheet.SheetView.SplitRow);
        Assert.Equal(
            ["รหัสงาน", "งาน", "รหัสหน่วย", "ชื่อหน่วย", "สถานะ", "ทันกำหนด"],
            Enumerable.Range(1, 6).Select(i => sheet.Cell(1, i).GetString())
        );
        Assert.Equal((true, false), (sheet.Cell(3, 2).Style.Alignment.WrapText, sheet.Cell(3, 1).Style.Alignment.WrapText));
        foreach (var (i, column) in DatasetCatalogue.All[0].Columns.Index())
        {
            Assert.Equal(column.Title.Th, sheet.Cell(1, i + 1).GetString());
            Assert.Equal(column.Width, sheet.Column(i + 1).Width, tolerance: 1);
            if (!sheet.Cell(3, i + 1).IsEmpty())
                Assert.Equal(KindFormat.Of(column.Kind).Excel, sheet.Cell(3, i + 1).Style.NumberFormat.Format);
        }
    }

    private static object?[] Names(string table) => [.. DatasetCatalogue.All.Single(d => d.Name == table).Columns.Select(c => c.Name)];

    private static List<object?[]> ReadSheet(Stream workbook, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the reader wants one, for old .xls files
        using var reader = ExcelReaderFactory.CreateReader(workbook);
        while (reader.Name != name)
            Assert.True(reader.NextResult(), $"no sheet {name}");

        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))]);

        return rows;
    }
}
