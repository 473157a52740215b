using System.Globalization;

namespace CddFunctions.Platform.Sheets;

/// <param name="IsVisible">False for a hidden sheet, also for one that the menus of Excel do not show.</param>
public sealed record SheetName(string Name, bool IsVisible, string Id);

/// <param name="Number">As Excel shows it, from 1.</param>
/// <param name="Cells">What each column holds, from column A = 0. An empty cell is absent.</param>
public sealed record SheetRow(int Number, IReadOnlyDictionary<int, string> Cells);

/// <summary>
/// A workbook (.xlsx), read forwards cell by cell as text: numbers in plain digits, dates as yyyy-MM-dd, an error as the word that Excel
/// shows for it (<c>#N/A</c>), a formula without a stored value as <see cref="Uncalculated"/>. Merged cells, pictures and other
/// formats are not read. Own code, because libraries load strings and formats whole before a limit can be asked, and do not tell
/// a formula without a value from an empty cell.
/// </summary>
public sealed class SheetBook
{
    public const string Uncalculated = "#CALC!";

    private readonly SheetPackage _package;
    private readonly SheetFormats _formats;
    private readonly List<string> _strings = [];

    private SheetBook(SheetPackage package)
    {
        _package = package;
        var from1904 = false;
        var sheets = new List<SheetName>();
        using var workbook = package.Workbook();
        while (workbook.Next())
        {
            if (workbook.Starts("workbookPr"))
                from1904 = workbook.Attribute("date1904") is "1" or "true";
            else if (workbook.Starts("sheet"))
                sheets.Add(NameOf(workbook));
            package.Limits.Ask(sheets.Count <= SheetLimits.MaxRelations);
        }

        Sheets = sheets;
        using var styles = package.Only("styles");
        _formats = SheetFormats.Read(styles, from1904, package.Limits);
        using var strings = package.Only("sharedStrings");
        while (strings?.NextOf("si") is true)
        {
            _strings.Add(strings.Text("si"));
            package.Limits.Ask(_strings.Count <= SheetLimits.MaxShared);
        }
    }

    /// <summary>In the order of their tabs.</summary>
    public IReadOnlyList<SheetName> Sheets { get; }

    /// <summary>Opens a workbook of any origin and gives it to <paramref name="read"/>, which may ask for rows until it returns.</summary>
    /// <returns>Null when the file is damaged, and when it costs more to read than <see cref="SheetLimits"/> allow.</returns>
    public static (T? Read, bool IsTooComplex) Read<T>(Stream file, Func<SheetBook, T> read)
        where T : class
    {
        var limits = new SheetLimits();
        try
        {
            using var package = new SheetPackage(file, limits);
            return (read(new(package)), false);
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // Damaged zips and XML throw many kinds of exception; to the sender they all mean the same.
            return (null, limits.AreExceeded);
        }
    }

    /// <summary>The rows that hold something. What is not asked for is not read.</summary>
    public IEnumerable<SheetRow> Rows(SheetName sheet)
    {
        using var xml = _package.Worksheet(sheet.Id);
        var number = 0;
        while (xml?.Next() is true && !xml.Ends("sheetData"))
        {
            if (!xml.Starts("row"))
                continue;

            number = xml.Number("r") ?? number + 1;
            if (Cells(xml) is { Count: > 0 } cells)
                yield return new(number, cells);
        }
    }

    private Dictionary<int, string> Cells(SheetXml xml)
    {
        var cells = new Dictionary<int, string>();
        var column = -1;
        if (xml.IsEmpty)
            return cells;

        while (xml.Next() && !xml.Ends("row"))
        {
            if (!xml.Starts("c"))
                continue;

            column = ColumnOf(xml.Attribute("r")) ?? column + 1;
            if (Cell(xml) is not { Length: > 0 } text)
                continue;

            _package.Limits.Ask(column < SheetLimits.MaxColumns);
            cells[column] = text;
        }

        return cells;
    }

    private string? Cell(SheetXml xml)
    {
        var type = xml.Attribute("t");
        var style = xml.Number("s") ?? 0;
        var isEmpty = xml.IsEmpty;
        var isFormula = false;
        string? value = null;
        while (!isEmpty && xml.Next() && !xml.Ends("c"))
        {
            if (xml.Starts("f"))
                isFormula = true;
            else if (xml.Starts("v"))
                value = xml.Text("v");
            else if (xml.Starts("is"))
                value = xml.Text("is");
        }

        if (isFormula && string.IsNullOrEmpty(value) && type is not "str")
            return Uncalculated;

        return value is null ? null : Shown(type, value, style);
    }

    private string? Shown(string? type, string value, int style) =>
        type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _strings.Count
                ? _strings[at]
                : null,
            "b" => value is "1" or "true" ? "true" : "false",
            "d" => value.Split('T')[0],
            "str" or "inlineStr" or "e" => value,
            _ => _formats.Show(value, style),
        };

    private static SheetName NameOf(SheetXml sheet) =>
        new(sheet.Attribute("name") ?? "", sheet.Attribute("state") is null or "visible", sheet.Attribute("id") ?? "");

    /// <summary>B7 → 1; null when the cell does not say where it is: then it follows the one before.</summary>
    private static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var letter in cell ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > SheetLimits.MaxColumns)
                break;
            column = column * 26 + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }
}
