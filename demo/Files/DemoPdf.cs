using System.Globalization;
using System.Text;

namespace CddFunctions.Demo.Files;

/// <summary>A real, printable A4 PDF of so many pages that says on each that it is made up. Letters are Latin-1.</summary>
public static class DemoPdf
{
    private const int FirstPage = 4;

    public static byte[] Of(int pages, string title)
    {
        var kids = string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{FirstPage + (2 * i)} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages} /Kids [{kids}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        for (var i = 0; i < pages; i++)
            objects.AddRange([Page(FirstPage + (2 * i) + 1), Content(title, i + 1, pages)]);

        return Write(objects);
    }

    private static string Page(int content) =>
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>";

    private static string Content(string title, int page, int pages)
    {
        var text = $"BT /F1 20 Tf 72 760 Td ({title}) Tj /F1 12 Tf 0 -32 Td (Made up for a demonstration. Page {page} of {pages}.) Tj ET";
        return $"<< /Length {text.Length} >>\nstream\n{text}\nendstream";
    }

    /// <summary>Objects from 1 on, the table of their places, the trailer (ISO 32000-1, 7.5).</summary>
    private static byte[] Write(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var content in objects)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(p => file.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
