using System.IO.Compression;
using System.Security;
using System.Text;

namespace CddFunctions.Tests.Platform.Sheets;

/// <summary>Workbooks written part by part, also such as no program would write.</summary>
internal sealed class XlsxMaker
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<(string Name, string State, string Rows)> _sheets = [];

    public string Properties { get; init; } = "<workbookPr/>";

    /// <summary>Formats 0 to 3: general, a date of the list of formats, a date of its own, an amount.</summary>
    public string Styles { get; init; } =
        $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-D07041E]d\ mmmm\ yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; days&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>""";

    public string Strings { get; init; } = $"""<sst xmlns="{Main}"/>""";

    public XlsxMaker Sheet(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, state, rows));
        return this;
    }

    /// <summary>A sheet of texts, one array a row, from row 1; null is an empty cell.</summary>
    public XlsxMaker Sheet(string name, IEnumerable<string?[]> rows, string state = "visible") =>
        Sheet(name, string.Concat(rows.Select((cells, i) => Row(i + 1, cells))), state);

    /// <summary>A cell that begins with &lt; is taken as XML of its own, all else as text.</summary>
    public static string Row(int number, params string?[] cells) =>
        $"<row r=\"{number}\">"
        + string.Concat(
            cells.Select(
                (text, i) =>
                    text is ['<', ..] ? text
                    : text is null ? ""
                    : Text($"{(char)('A' + i)}{number}", text)
            )
        )
        + "</row>";

    public static string Text(string cell, string text) =>
        $"<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Types());
            Add(zip, "_rels/.rels", Relation("rId1", "officeDocument", "xl/workbook.xml"));
            Add(zip, "xl/workbook.xml", Workbook());
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                Relation("s", "styles", "styles.xml").Replace("</Relationships>", "", StringComparison.Ordinal)
                    + One("t", "sharedStrings", "/xl/sharedStrings.xml")
                    + string.Concat(_sheets.Select((_, i) => One($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")))
                    + "</Relationships>"
            );
            Add(zip, "xl/styles.xml", Styles);
            Add(zip, "xl/sharedStrings.xml", Strings);
            foreach (var (i, sheet) in _sheets.Index())
                Add(
                    zip,
                    $"xl/worksheets/sheet{i + 1}.xml",
                    sheet.Rows is ['<', '?', ..] or ['<', '!', ..]
                        ? sheet.Rows
                        : $"""<worksheet xmlns="{Main}"><sheetData>{sheet.Rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>"""
                );
        }

        return file.ToArray();
    }

    private string Workbook() =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{Properties}<sheets>"""
        + string.Concat(
            _sheets.Select(
                (s, i) => $"""<sheet name="{SecurityElement.Escape(s.Name)}" sheetId="{i + 1}" state="{s.State}" r:id="rId{i + 1}"/>"""
            )
        )
        + "</sheets></workbook>";

    private static string Types() =>
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""";

    private static string Relation(string id, string kind, string target) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{One(id, kind, target)}</Relationships>""";

    private static string One(string id, string kind, string target) =>
        $"""<Relationship Id="{id}" Type="{Relations}/{kind}" Target="{target}"/>""";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
