using System.Globalization;

namespace CddFunctions.Reporting.Excel;

/// <summary>What an .xlsx file can hold.</summary>
internal static class ExcelLimits
{
    public const int Rows = 1_048_576;

    public const int CellLength = 32_767;

    public const int SheetNameLength = 31;

    private const string CutMark = "… (ตัดข้อความ)";

    /// <summary>The text, or as much of it as a cell holds, cut between graphemes and marked. The CSV has all of it.</summary>
    public static string Fit(string text)
    {
        if (text.Length <= CellLength)
            return text;

        var end = CellLength - CutMark.Length;
        var start = Math.Max(0, end - 64); // no grapheme of a real text is longer
        for (var next = start; next <= end; next += StringInfo.GetNextTextElementLength(text, next))
            start = next;

        return string.Concat(text.AsSpan(0, start), CutMark);
    }
}

/// <summary>
/// A table has more rows than a worksheet. It is refused rather than continued on a second sheet: Power BI and pivot
/// tables bind to one table and would silently report on half of the rows.
/// </summary>
public sealed class TableTooLongException : Exception
{
    public TableTooLongException() { }

    public TableTooLongException(string message)
        : base(message) { }

    public TableTooLongException(string message, Exception innerException)
        : base(message, innerException) { }
}
