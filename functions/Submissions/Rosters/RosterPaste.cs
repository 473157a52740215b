using System.Globalization;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Sheets;
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
    public static RosterRows Read(string text, Field table, FieldFaults faults)
    {
        var lines = TabbedText
            .Rows(text)
            .Select(Cells)
            .Where(l => l.Count > 0)
            .Take(TableRules.MostRows + 2 * RosterHeader.Within)
            .ToList();
        var (headerAt, header) = lines
            .Take(RosterHeader.Within)
            .Select(l => RosterHeader.Find(l, table))
            .Index()
            .FirstOrDefault(h => h.Item is not null);
        var people = lines.Skip(header is null ? 0 : headerAt + 1).ToList();
        if (header is null)
            header = InOrder(people, table, faults);
        else
            header.Check(headerAt + 1, people.FirstOrDefault(Empty), table, Path, faults);

        var rows = RosterRows.Below(header, people.Select((l, i) => new SheetRow(i + 1, l)), table, Path, faults);
        if (rows.Rows.Count == 0 && faults.None)
            faults.Rule(
                Path,
                "nothing",
                "ไม่พบรายชื่อในข้อความที่วาง กรุณาคัดลอกแถวรายชื่อจาก Excel แล้ววางอีกครั้ง",
                "No people were found in it. Copy the rows in Excel and paste them again."
            );
        return rows with { Numbers = [.. Enumerable.Range(1, rows.Rows.Count)] };
    }

    private static readonly IReadOnlyDictionary<int, string> Empty = new Dictionary<int, string>();

    /// <summary>The form's own columns; without the running number where the first column does not hold numbers.</summary>
    private static RosterHeader InOrder(List<IReadOnlyDictionary<int, string>> people, Field table, FieldFaults faults)
    {
        IReadOnlyList<Field> columns = table.Columns ?? [];
        if (columns.Count > 0 && TableRules.IsRunningNumber(columns[0]) && !people.All(l => IsNumber(l.GetValueOrDefault(0, ""))))
            columns = [.. columns.Skip(1)];

        var width = people.Select(l => l.Keys.Max() + 1).DefaultIfEmpty().Max();
        if (width > columns.Count)
            faults.Rule(
                Path,
                "too-many-columns",
                $"วางมา {ThaiDigits.ToThai(width)} คอลัมน์ แต่แบบนี้มี {ThaiDigits.ToThai(columns.Count)} คอลัมน์ กรุณาคัดลอกแถวหัวตารางมาด้วย",
                $"{width} columns were pasted, the form has {columns.Count}. Copy the header row as well."
            );
        return RosterHeader.Of(columns);
    }

    private static bool IsNumber(string cell) =>
        ThaiText.Normalise(cell) is { Length: 0 }
        || int.TryParse(ThaiDigits.ToAscii(ThaiText.Normalise(cell)).TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static IReadOnlyDictionary<int, string> Cells(IReadOnlyList<string> line) =>
        line.Index().Where(c => ThaiText.Normalise(c.Item).Length > 0).ToDictionary(c => c.Index, c => c.Item);
}
