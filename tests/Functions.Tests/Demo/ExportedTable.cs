using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace CddFunctions.Tests.Demo;

/// <summary>An exported table as a foreign program reads it: stable column names and rows by them.</summary>
public sealed record ExportedTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows)
{
    /// <summary>Row 1 holds captions, row 2 the names, then come the rows; an empty table keeps one empty row.</summary>
    public static ExportedTable FromWorkbook(string path, string title)
    {
        var sheet = Sheet(path, title);
        List<string> columns = [.. sheet[1].Select(c => (string)c!)];
        return new(
            columns,
            [
                .. sheet
                    .Skip(2)
                    .Where(r => r.Any(v => v is not null))
                    .Select(r =>
                        (IReadOnlyDictionary<string, object?>)
                            columns.Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)
                    ),
            ]
        );
    }

    /// <summary>A sheet as it is, row by row.</summary>
    public static IReadOnlyList<object?[]> Sheet(string path, string title)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        while (!string.Equals(reader.Name, title, StringComparison.Ordinal))
            Assert.True(reader.NextResult(), $"no sheet {title}");

        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);

        return rows;
    }

    public static ExportedTable FromCsv(string path)
    {
        using var file = new StreamReader(path, Encoding.UTF8);
        var lines = CsvLines.Read(file.ReadToEnd());
        return new(
            lines[0],
            [
                .. lines
                    .Skip(1)
                    .Select(l =>
                        (IReadOnlyDictionary<string, object?>)
                            lines[0]
                                .Zip(l)
                                .ToDictionary(p => p.First, p => p.Second.Length == 0 ? null : (object?)p.Second, StringComparer.Ordinal)
                    ),
            ]
        );
    }

    /// <summary>A cell of the workbook in the words of the CSV.</summary>
    public static string? AsCsv(object? cell, string column) =>
        cell switch
        {
            null => null,
            bool yes => yes ? "true" : "false",
            DateTime at when column.EndsWith("At", StringComparison.Ordinal) || column is "extendedTo" => at.ToString(
                "yyyy-MM-ddTHH:mm:ss",
                CultureInfo.InvariantCulture
            ) + "+07:00",
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
            var text => text.ToString(),
        };
}
