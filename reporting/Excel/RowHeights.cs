using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Excel;

/// <summary>The height of a row whose texts wrap, in points.</summary>
/// <param name="Widths">Characters that a line of each column holds; null where a text does not wrap.</param>
/// <param name="Padding">Given to every row; without it a row of one line keeps the usual height of the sheet.</param>
internal sealed record RowHeights(IReadOnlyList<double?> Widths, double LineHeight = Look.LineHeight, double Padding = 0)
{
    /// <summary>As high as Excel can show a row.</summary>
    public const double Most = 409;

    /// <summary>Widths are told in digits, and a line holds more letters than digits.</summary>
    private const double LettersPerDigit = 1.15;

    public double? Of(ReadOnlySpan<Cell> row)
    {
        var lines = 1;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Text is { } text && Widths[i] is { } width && (text.Length > width || text.Contains('\n', StringComparison.Ordinal)))
                lines = Math.Max(lines, Look.Lines(text, width * LettersPerDigit));
        }

        return lines > 1 || Padding > 0 ? Math.Min(Most, (lines * LineHeight) + Padding) : null;
    }
}
