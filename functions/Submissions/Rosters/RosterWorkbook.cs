using System.Globalization;
using System.Text;
using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;
using ExcelDataReader;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// A roster as an Excel sheet: the header row is found by its captions (Thai, English or field id, in any order), rows
/// are read one by one. At most 5 MB and 5,000 rows; a workbook that unpacks out of proportion is refused unread.
/// </summary>
public static class RosterWorkbook
{
    private const int HeaderWithin = 20;

    // The library asks for code page 1252 even where it then reads UTF-8.
    static RosterWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="Numbers">Row numbers of the sheet, so that faults name the row the officer sees.</param>
    public sealed record Sheet(IReadOnlyList<JsonElement> Rows, IReadOnlyList<int> Numbers);

    public static async Task<Sheet> ReadAsync(byte[] bytes, Field table, FieldFaults faults, CancellationToken ct)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        var facts = await MediaInspector.InspectAsync(stream, ct);
        foreach (var refusal in MediaRules.Refuse(new([MediaType.Xlsx]), facts))
            faults.Rule(new("file", refusal.Code, refusal.Message));
        if (!faults.None)
            return new([], []);

        stream.Position = 0;
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            return Read(reader, table, faults);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // The library throws many kinds of exception over damaged XML; to the sender they all mean the same.
            faults.Rule("file", "broken-file", "อ่านไฟล์ Excel ไม่ได้ กรุณาบันทึกใหม่แล้วส่งอีกครั้ง", "The workbook cannot be read. Save it again and send it again.");
            return new([], []);
        }
    }

    private static Sheet Read(IExcelDataReader reader, Field table, FieldFaults faults)
    {
        var (rows, numbers, number) = (new List<JsonElement>(), new List<int>(), 0);
        string?[]? header = null;
        while (reader.Read())
        {
            number++;
            if (header is null)
            {
                header = Header(reader, table);
                if (header is null && number >= HeaderWithin)
                    break;
                continue;
            }

            if (Row(reader, header) is not { Count: > 0 } row)
                continue;
            if (rows.Count == TableRules.MostRows)
            {
                faults.Rule("file", "too-many-rows", $"เกิน {TableRules.MostRows:#,0} แถว", $"More than {TableRules.MostRows:#,0} rows.");
                break;
            }

            rows.Add(JsonSerializer.SerializeToElement(row, Json.Options));
            numbers.Add(number);
        }

        if (header is null)
            faults.Rule("file", "header-missing", "ไม่พบแถวหัวตาราง กรุณาใช้แบบไฟล์ที่ดาวน์โหลดจากระบบ", "No header row was found. Please use the template.");
        return new(rows, numbers);
    }

    /// <summary>The field of each column when this row is the header: at least half of the fields are named in it.</summary>
    private static string?[]? Header(IExcelDataReader reader, Field table)
    {
        var columns = table.Columns ?? [];
        // Once per row, not per cell: a sheet may be 16,384 cells wide.
        var fields = columns.SelectMany(c => Names(c), (c, name) => (Key: ThaiText.Key(name), c.Id))
            .DistinctBy(n => n.Key, StringComparer.Ordinal)
            .ToDictionary(n => n.Key, n => n.Id, StringComparer.Ordinal);
        var found = new string?[reader.FieldCount];
        for (var i = 0; i < found.Length; i++)
        {
            if (Cell(reader, i) is { Length: > 0 } caption)
                found[i] = fields.GetValueOrDefault(ThaiText.Key(caption));
        }

        return found.Count(f => f is not null) * 2 >= columns.Count ? found : null;
    }

    private static string[] Names(Field column) => [column.Th, column.En, column.Id];

    private static Dictionary<string, string> Row(IExcelDataReader reader, string?[] header)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(header.Length, reader.FieldCount); i++)
        {
            if (header[i] is { } field && Cell(reader, i) is { Length: > 0 } text)
                row[field] = text;
        }

        // A template is numbered beforehand: a row with nothing but its number is an empty row.
        return row.Keys.All(k => k is "no") ? [] : row;
    }

    private static string? Cell(IExcelDataReader reader, int i) => reader.GetValue(i) switch
    {
        null => null,
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)?.Trim(),
    };
}
