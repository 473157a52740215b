using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace CddFunctions.Tests.Host.Demo;

/// <summary>An exported table as a foreign program reads it: stable column names and rows by them.</summary>
public sealed record ExportedTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows)
{
    /// <summary>Row 1 holds captions, row 2 the names, then come the rows; an empty table keeps one empty row.</summary>
    public static ExportedTable FromWorkbook(string path, string title)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        while (!string.Equals(reader.Name, title, StringComparison.Ordinal))
            Assert.True(reader.NextResult(), $"no sheet {title}");

        Assert.True(reader.Read() && reader.Read());
        List<string> columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        while (reader.Read())
        {
            var row = columns.Select((c, i) => (c, reader.GetValue(i))).ToDictionary(p => p.c, p => (object?)p.Item2, StringComparer.Ordinal);
            if (row.Values.Any(v => v is not null))
                rows.Add(row);
        }

        return new(columns, rows);
    }

    public static ExportedTable FromCsv(string path)
    {
        using var file = new StreamReader(path, Encoding.UTF8);
        var lines = CsvLines.Read(file.ReadToEnd());
        return new(lines[0], [.. lines.Skip(1).Select(l => (IReadOnlyDictionary<string, object?>)lines[0].Zip(l)
            .ToDictionary(p => p.First, p => p.Second.Length == 0 ? null : (object?)p.Second, StringComparer.Ordinal))]);
    }

    /// <summary>A cell of the workbook in the words of the CSV.</summary>
    public static string? AsCsv(object? cell, string column) => cell switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        DateTime at when column.EndsWith("At", StringComparison.Ordinal) || column is "extendedTo" =>
            at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+07:00",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        var text => text.ToString(),
    };

    /// <summary>The CSV writes two decimals (7.00), the workbook a number.</summary>
    public static string? Short(string? cell) => decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && cell!.Contains('.', StringComparison.Ordinal)
        ? number.ToString("0.##", CultureInfo.InvariantCulture)
        : cell;
}
