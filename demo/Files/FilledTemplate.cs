using ClosedXML.Excel;

namespace CddFunctions.Demo.Files;

/// <summary>Fills a downloaded roster template as a person would: finds the captions, writes one row per person.</summary>
public static class FilledTemplate
{
    public static byte[] Write(byte[] template, IReadOnlyDictionary<string, string> captions, IReadOnlyList<Fields> people)
    {
        using var input = new MemoryStream(template, writable: false);
        using var book = new XLWorkbook(input);
        var sheet = book.Worksheets.First();
        foreach (var (field, caption) in captions)
        {
            // Nothing is asked about an earlier list where there was none.
            if (sheet.CellsUsed(c => string.Equals(c.GetString(), caption, StringComparison.Ordinal)).FirstOrDefault() is not { } header)
                continue;

            for (var i = 0; i < people.Count; i++)
                sheet
                    .Cell(header.Address.RowNumber + 1 + i, header.Address.ColumnNumber)
                    .SetValue(people[i].GetValueOrDefault(field)?.ToString() ?? "");
        }

        using var output = new MemoryStream();
        book.SaveAs(output);
        return output.ToArray();
    }
}
