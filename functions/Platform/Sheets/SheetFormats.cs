using System.Globalization;
using System.Text.RegularExpressions;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Platform.Sheets;

/// <summary>Tells numbers that are dates by the format of their cell, and reads them in the epoch of their workbook.</summary>
internal sealed partial class SheetFormats(IReadOnlyList<bool> areDates, bool from1904)
{
    private const int DaysTo1904 = 1462;
    private const int DaysTo10000 = 2_958_466;

    /// <param name="styles">Null in a workbook without formats.</param>
    public static SheetFormats Read(SheetXml? styles, bool from1904, SheetLimits limits)
    {
        var own = new Dictionary<int, bool>();
        var areDates = new List<bool>();
        var inCells = false;
        while (styles?.Next() is true)
        {
            if (styles.Starts("cellXfs") || styles.Ends("cellXfs"))
                inCells = styles.Starts("cellXfs");
            else if (styles.Starts("numFmt") && styles.Number("numFmtId") is { } id)
                own[id] = IsDate(styles.Attribute("formatCode") ?? "");
            else if (inCells && styles.Starts("xf"))
                areDates.Add(styles.Number("numFmtId") is { } used && (own.TryGetValue(used, out var date) ? date : IsDate(used)));
            limits.Ask(Math.Max(own.Count, areDates.Count) <= SheetLimits.MaxShared);
        }

        return new(areDates, from1904);
    }

    /// <summary>A number as people type it: a date as yyyy-MM-dd (a year of the Buddhist era, which a spreadsheet takes for one of the
    /// common era, as the year meant), anything else in plain digits.</summary>
    public string Show(string number, int style)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return number;
        if (style < areDates.Count && areDates[style] && value + Epoch is >= 1 and < DaysTo10000)
            return Common(DateOnly.FromDateTime(DateTime.FromOADate(value + Epoch))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        // Fifteen digits are what a spreadsheet shows; 0.1 + 0.2 is stored with more.
        return Math.Abs(value) < 1e15 ? Math.Round((decimal)value, 10).ToString("0.##########", CultureInfo.InvariantCulture) : number;
    }

    private int Epoch => from1904 ? DaysTo1904 : 0;

    private static DateOnly Common(DateOnly date) => date.Year >= BuddhistEra.FirstYear ? date.AddYears(-BuddhistEra.Offset) : date;

    private static bool IsDate(int builtIn) =>
        builtIn is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) or (>= 71 and <= 81);

    private static bool IsDate(string format) =>
        Ornaments().Replace(format, "").IndexOfAny(['d', 'm', 'y', 'h', 's', 'b', 'D', 'M', 'Y']) >= 0;

    /// <summary>Words, colours, locales and escaped characters of a format.</summary>
    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|[\\_*].|General", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ornaments();
}
