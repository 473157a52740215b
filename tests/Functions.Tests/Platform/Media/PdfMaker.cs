using System.Globalization;
using System.Text;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>Writes small PDFs by hand: object 1 is the catalogue, object 2 the root of the page tree.</summary>
internal static class PdfMaker
{
    public const string A4Box = "/MediaBox [0 0 595.276 841.89]";
    public const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";

    /// <summary>Pages that state their own size, with a line of content each.</summary>
    public static byte[] PagesOf(int count, string attributes = A4Box)
    {
        var pages = Enumerable.Range(0, count).Select(i => $"<< /Type /Page /Parent 2 0 R {attributes} /Contents {3 + count + i} 0 R >>");
        var contents = Enumerable.Range(0, count).Select(i => Stream("", $"0 0 m {i} 100 l S"));
        return Write([Catalog, Tree(Enumerable.Range(3, count)), .. pages, .. contents]);
    }

    public static string Tree(IEnumerable<int> kids, string attributes = "")
    {
        var references = kids.Select(k => $"{k} 0 R").ToList();
        return $"<< /Type /Pages /Count {references.Count} /Kids [{string.Join(' ', references)}] {attributes} >>";
    }

    public static string Stream(string attributes, string data) => $"<< {attributes} /Length {data.Length} >>\nstream\n{data}\nendstream";

    /// <summary>Objects 1, 2, 3 … with a table and a trailer. A letter is a byte (Latin-1).</summary>
    public static byte[] Write(
        IReadOnlyList<string> objects,
        string trailer = "/Root 1 0 R",
        string before = "",
        bool countFromHeader = false
    )
    {
        var text = new StringBuilder(before).Append("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var offsets = objects
            .Select(
                (value, i) =>
                {
                    var offset = text.Length - (countFromHeader ? before.Length : 0);
                    text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{value}\nendobj\n");
                    return offset;
                }
            )
            .ToList();
        var start = text.Length - (countFromHeader ? before.Length : 0);
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        return Encoding.Latin1.GetBytes(
            text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n")
                .ToString()
        );
    }

    /// <summary>An incremental update: new versions of objects behind the old file.</summary>
    public static byte[] Update(byte[] file, IReadOnlyDictionary<int, string> objects, string trailer = "/Root 1 0 R")
    {
        var old = Text(file);
        var previous = old[(old.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var text = new StringBuilder(old);
        var table = new StringBuilder("xref\n");
        foreach (var (number, value) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n");
        }

        var start = text.Length;
        return Encoding.Latin1.GetBytes(
            text.Append(table)
                .Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 100 /Prev {previous} {trailer} >>\nstartxref\n{start}\n%%EOF\n")
                .ToString()
        );
    }

    public static string Text(byte[] file) => Encoding.Latin1.GetString(file);

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>A file whose page tree is in an object stream of the given data.</summary>
    public static byte[] WithPackedPages(string data, string attributes)
    {
        var text = Text(Write([Catalog, Stream($"/Type /ObjStm /N 1 /First 4 {attributes}", data)]));
        var xref = text.IndexOf("xref\n0", StringComparison.Ordinal);
        string Row(int kind, int value) => $"{(char)kind}{(char)(value >> 16)}{(char)((value >> 8) & 255)}{(char)(value & 255)}\0";
        var catalog = text.IndexOf("1 0 obj", StringComparison.Ordinal);
        var container = text.IndexOf("2 0 obj", StringComparison.Ordinal);
        var rows = Row(1, catalog) + Row(2, 3) + Row(1, container);
        var stream = Stream("/Type /XRef /W [1 3 1] /Index [1 3] /Size 5 /Root 1 0 R", rows);
        return Bytes(
            $"{text[..xref].Replace("2 0 obj", "3 0 obj", StringComparison.Ordinal)}4 0 obj\n{stream}\nendobj\nstartxref\n{xref}\n%%EOF\n"
        );
    }
}
