using System.Globalization;
using System.Text;
using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;
using CddFunctions.Submissions.Fields;
using ExcelDataReader;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// A roster as an Excel sheet: the header row is found by its captions (Thai, English or field id, in any order), rows
/// are read one by one. At most 5 MB and 5,000 rows; a workbook that unpacks out of proportion is refused unread.
/// </summary>
public static class RosterWorkbook
{
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
            faults.Rule(
                "file",
                "broken-file",
                "อ่านไฟล์ Excel ไม่ได้ กรุณาบันทึกใหม่แล้วส่งอีกครั้ง",
                "The workbook cannot be read. Save it again and send it again."
            );
            return new([], []);
        }
    }

    private static Sheet Read(IExcelDataReader reader, Field table, FieldFaults faults)
    {
        var rows = new List<JsonElement>();
        var numbers = new List<int>();
        var number = 0;
        string?[]? header = null;
        while (reader.Read())
        {
            number++;
            if (header is null)
            {
                header = RosterHeader.Find(Cells(reader), table);
                if (header is null && number >= RosterHeader.Within)
                    break;
                continue;
            }

            if (RosterHeader.Row(Cells(reader), header) is not { Count: > 0 } row)
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
            faults.Rule(
                "file",
                "header-missing",
                "ไม่พบแถวหัวตาราง กรุณาใช้แบบไฟล์ที่ดาวน์โหลดจากระบบ",
                "No header row was found. Please use the template."
            );
        return new(rows, numbers);
    }

    private static string?[] Cells(IExcelDataReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader, i))];

    private static string? Cell(IExcelDataReader reader, int i) =>
        reader.GetValue(i) switch
        {
            null => null,
            DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture)?.Trim(),
        };
}
