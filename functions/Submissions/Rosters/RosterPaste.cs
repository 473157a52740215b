using System.Globalization;
using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// Pure: a list as it comes from Excel through the clipboard. With a header row the columns may stand in any order; without
/// one they are those of the form, with or without the running number. Empty rows and empty columns at the end do not count.
/// </summary>
public static class RosterPaste
{
    /// <summary>Where faults of the text as a whole are named; faults of cells are found when the rows are read.</summary>
    public const string Path = "paste";

    /// <returns>Rows numbered from 1, as the page shows them.</returns>
    public static RosterWorkbook.Sheet Read(string text, Field table, FieldFaults faults)
    {
        var lines = TabbedText.Rows(text).Where(l => Width(l) > 0).Take(TableRules.MostRows + RosterHeader.Within + 1).ToList();
        var headerAt = lines
            .Take(RosterHeader.Within)
            .Select(l => RosterHeader.Find(l, table))
            .Index()
            .FirstOrDefault(h => h.Item is not null);
        var people = lines.Skip(headerAt.Item is null ? 0 : headerAt.Index + 1).ToList();
        var header = headerAt.Item ?? InOrder(people, table, faults);

        List<JsonElement> rows =
        [
            .. people
                .Select(l => RosterHeader.Row(l, header))
                .Where(r => r.Count > 0)
                .Select(r => JsonSerializer.SerializeToElement(r, Json.Options)),
        ];
        if (rows.Count > TableRules.MostRows)
            faults.Rule(Path, "too-many-rows", $"เกิน {TableRules.MostRows:#,0} แถว", $"More than {TableRules.MostRows:#,0} rows.");
        if (rows.Count == 0)
            faults.Rule(
                Path,
                "nothing",
                "ไม่พบรายชื่อในข้อความที่วาง กรุณาคัดลอกแถวรายชื่อจาก Excel แล้ววางอีกครั้ง",
                "No people were found in it. Copy the rows in Excel and paste them again."
            );
        return faults.None ? new(rows, [.. Enumerable.Range(1, rows.Count)]) : new([], []);
    }

    /// <summary>The form's own columns; without the running number where the first column does not hold numbers.</summary>
    private static string?[] InOrder(List<IReadOnlyList<string>> people, Field table, FieldFaults faults)
    {
        var ids = (table.Columns ?? []).Select(c => c.Id);
        if (ids.FirstOrDefault() is RosterHeader.RunningNumber && !people.All(l => IsNumber(l[0])))
            ids = ids.Skip(1);

        string?[] header = [.. ids];
        var width = people.Select(Width).DefaultIfEmpty().Max();
        if (width > header.Length)
        {
            faults.Rule(
                Path,
                "too-many-columns",
                $"วางมา {ThaiDigits.ToThai(width)} คอลัมน์ แต่แบบนี้มี {ThaiDigits.ToThai(header.Length)} คอลัมน์ กรุณาคัดลอกแถวหัวตารางมาด้วย",
                $"{width} columns were pasted, the form has {header.Length}. Copy the header row as well."
            );
        }

        return header;
    }

    private static bool IsNumber(string cell) =>
        ThaiText.Normalise(cell) is { Length: 0 }
        || int.TryParse(ThaiDigits.ToAscii(ThaiText.Normalise(cell)).TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static int Width(IReadOnlyList<string> line)
    {
        var width = line.Count;
        while (width > 0 && ThaiText.Normalise(line[width - 1]).Length == 0)
            width--;
        return width;
    }
}
