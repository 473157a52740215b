using System.Collections.ObjectModel;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters;

/// <summary>Pure: which column of a sheet is which field, and what counts as a row without people.</summary>
/// <param name="Captions">By the column of the sheet, from 0; columns with other captions are absent and not read.</param>
public sealed record RosterHeader(IReadOnlyDictionary<int, Caption> Captions)
{
    /// <summary>Rows in which a header is looked for: a title and some words may stand above it.</summary>
    public const int Within = 20;

    /// <summary>
    /// The header when this row is one: at least half of the fields are named in it, in Thai, English, by id or as offices name them. A
    /// whole name stands for its parts.
    /// </summary>
    public static RosterHeader? Find(IReadOnlyDictionary<int, string> cells, Field table)
    {
        var header = Named(cells, table);
        var columns = table.Columns ?? [];
        var isHeader = columns.Count(header.Has) * 2 >= columns.Count(c => !c.Change);
        return isHeader && header.Captions.Count >= Math.Min(2, columns.Count) ? header : null; // a title above a list is one cell
    }

    /// <summary>The form's own columns in their order.</summary>
    public static RosterHeader Of(IEnumerable<Field> columns) =>
        new(columns.Index().ToDictionary(c => c.Index, c => new Caption(c.Item.Id)));

    /// <summary>The captions of a row, whether it is a header or not.</summary>
    public static RosterHeader Named(IReadOnlyDictionary<int, string> cells, Field table)
    {
        var columns = table.Columns ?? [];
        var first = columns.FirstOrDefault(c => c.Kind is FieldKind.Given)?.Id;
        var words = RosterCaptions.Of(columns, hasGiven: false);
        if (
            cells.Values.Any(c =>
                words.GetValueOrDefault(ThaiText.Key(c)) is { Part: CaptionPart.Value } named
                && string.Equals(named.Column, first, StringComparison.Ordinal)
            )
        )
            words = RosterCaptions.Of(columns, hasGiven: true);

        var captions = new Dictionary<int, Caption>();
        foreach (var (column, text) in cells)
        {
            if (words.TryGetValue(ThaiText.Key(text), out var caption))
                captions[column] = caption;
        }

        return new(captions);
    }

    /// <summary>Is the field named, or a part of what is named?</summary>
    public bool Has(Field column) =>
        Captions.Values.Any(c => string.Equals(c.Column, column.Id, StringComparison.Ordinal))
        || (column.Kind is FieldKind.Title or FieldKind.Family && Captions.Values.Any(c => c.Part is CaptionPart.WholeName));

    /// <summary>What is wrong with the header itself: each fault once, not once a row.</summary>
    /// <param name="number">Number of its row.</param>
    /// <param name="next">The row below, in which some write the rest of a header.</param>
    public void Check(int number, IReadOnlyDictionary<int, string> next, Field table, string path, FieldFaults faults)
    {
        var below = Named(next, table) is { Captions.Count: > 1 } second ? second : null;
        if (Missing(below, table) is { Count: > 0 } missing)
            faults.Rule(
                path,
                "column-missing",
                $"หัวตารางแถวที่ {ThaiDigits.ToThai(number)} ไม่มีคอลัมน์ {string.Join(" ", missing.Select(c => $"“{c.Th}”"))} "
                    + (
                        below is null
                            ? "ให้เพิ่มคอลัมน์นี้ หรือใช้แบบไฟล์ที่ดาวน์โหลดจากระบบ"
                            : "ให้เขียนหัวตารางทั้งหมดในแถวเดียว ไม่รวมเซลล์"
                    ),
                $"The header in row {number} has no column {string.Join(", ", missing.Select(c => $"'{c.En}'"))}. "
                    + (below is null ? "Add it, or use the template." : "Write the whole header in one row, without merged cells.")
            );

        foreach (var twice in Captions.Values.GroupBy(c => c).Where(g => g.Count() > 1))
        {
            var column = (table.Columns ?? []).First(c => string.Equals(c.Id, twice.Key.Column, StringComparison.Ordinal));
            faults.Rule(
                path,
                "column-twice",
                $"หัวตารางแถวที่ {ThaiDigits.ToThai(number)} มีคอลัมน์ “{column.Th}” มากกว่าหนึ่งช่อง ให้เหลือช่องเดียว",
                $"The header in row {number} names the column '{column.En}' more than once. Keep one of them."
            );
        }
    }

    /// <summary>ชื่อ - นามสกุล above three columns of a second header row names none of them.</summary>
    private List<Field> Missing(RosterHeader? below, Field table)
    {
        var isAbove = below is not null && Captions.Values.Any(c => c.Part is CaptionPart.WholeName);
        return
        [
            .. (table.Columns ?? []).Where(c => c.Required && !TableRules.IsRunningNumber(c) && (!Has(c) || (isAbove && below!.Has(c)))),
        ];
    }

    /// <summary>
    /// The cells that the header names; empty for a row with nothing but its number, because lists are numbered beforehand. A whole name is
    /// parted where its words tell how, else left with the given name, where reading it says what to do.
    /// </summary>
    public IReadOnlyDictionary<string, string> Row(IReadOnlyDictionary<int, string> cells, Field table)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (at, caption) in Captions.OrderBy(c => c.Value.Part))
        {
            if (!cells.TryGetValue(at, out var text) || ThaiText.Normalise(text).Length == 0)
                continue;
            if (caption.Part is CaptionPart.WholeName && ThaiNameParts.Split(text) is { } name)
                Part(name);
            else
                row[caption.Column] = Beside(
                    row.GetValueOrDefault(caption.Column),
                    caption.Part is CaptionPart.VillageNumber ? InWords(text) : text
                );
        }

        return row.Keys.All(k => k is TableRules.RunningNumber) ? ReadOnlyDictionary<string, string>.Empty : row;

        void Part(ThaiName name)
        {
            foreach (var column in table.Columns ?? [])
            {
                var part = column.Kind switch
                {
                    FieldKind.Title => name.Title,
                    FieldKind.Given => name.Given,
                    FieldKind.Family => name.Family,
                    _ => null,
                };
                if (part is not null)
                    row[column.Id] = part;
            }
        }
    }

    private static string InWords(string text) => char.IsDigit(ThaiText.Normalise(text)[0]) ? $"หมู่ {text}" : text;

    private static string Beside(string? known, string text) => known is null ? text : $"{known} {text}";
}
