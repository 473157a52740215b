using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// Rows of a worksheet as XML, straight to a stream. Texts are inline strings: they can never be formulas, and no table
/// of shared strings grows with the rows. A cell names its place only where it does not follow the cell before it; the
/// first of a row always does, because exceljs counts from there.
/// </summary>
/// <param name="styles">Style number of each column, as the designed sheet has it.</param>
/// <param name="heights">How high a row must be for its texts: LibreOffice does not work that out for itself.</param>
internal sealed class RowWriter(Stream output, IReadOnlyList<int> styles, RowHeights heights)
{
    private const int FlushAt = 1 << 16;
    private const double SecondsPerDay = 86_400;

    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);
    private readonly byte[][] _open = [.. styles.Select(s => Encoding.UTF8.GetBytes($"<c s=\"{s}\""))];
    private readonly byte[][] _place = [.. styles.Select((_, i) => Encoding.UTF8.GetBytes($" r=\"{ColumnName(i)}"))];

    /// <summary>A, B, … Z, AA for 0, 1, … 25, 26.</summary>
    public static string ColumnName(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : ColumnName((index / 26) - 1) + ColumnName(index % 26);

    public ValueTask WriteAsync(int rowNumber, ReadOnlySpan<Cell> row, CancellationToken ct)
    {
        _buffer.Write("<row r=\""u8);
        Number(rowNumber);
        if (heights.Of(row) is { } height)
        {
            _buffer.Write("\" customHeight=\"1\" ht=\""u8);
            Number((decimal)height);
        }

        _buffer.Write("\">"u8);
        WriteCells(rowNumber, row);
        _buffer.Write("</row>"u8);
        return _buffer.WrittenCount < FlushAt ? default : FlushAsync(ct);
    }

    public async ValueTask FlushAsync(CancellationToken ct)
    {
        await output.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }

    private void WriteCells(int rowNumber, ReadOnlySpan<Cell> row)
    {
        var previous = int.MinValue;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Type == CellType.Empty)
                continue;

            _buffer.Write(_open[i]);
            if (i != previous + 1)
                WritePlace(i, rowNumber);

            WriteValue(row[i]);
            previous = i;
        }
    }

    private void WritePlace(int column, int rowNumber)
    {
        _buffer.Write(_place[column]);
        Number(rowNumber);
        _buffer.Write("\""u8);
    }

    private void WriteValue(in Cell cell)
    {
        if (cell.Type == CellType.Text)
        {
            WriteText(ExcelLimits.Fit(cell.Text!));
            return;
        }

        _buffer.Write(cell.Type == CellType.YesNo ? " t=\"b\"><v>"u8 : "><v>"u8);
        if (cell.Type == CellType.Instant)
            Number(DaysOf(cell));
        else
            Number(cell.Type == CellType.Date ? cell.Number - DateOnly.FromDateTime(Epoch).DayNumber : cell.Number);

        _buffer.Write("</v></c>"u8);
    }

    private void WriteText(string text)
    {
        _buffer.Write(XmlText.HasSpacesToKeep(text) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        XmlText.Write(_buffer, text);
        _buffer.Write("</t></is></c>"u8);
    }

    /// <summary>
    /// An instant as days since 30 December 1899 in Bangkok time. The value is two steps of a double, about a millionth of a second,
    /// above the nearest double: a reader that cuts fractions off, as SheetJS does, would otherwise show the second before.
    /// </summary>
    private static double DaysOf(in Cell instant)
    {
        var seconds = ((long)instant.Number + ThaiTime.Bangkok.Ticks - Epoch.Ticks) / TimeSpan.TicksPerSecond;
        var days = seconds / SecondsPerDay;
        return double.IsInteger(days) ? days : Math.BitIncrement(Math.BitIncrement(days));
    }

    private void Number(double value)
    {
        value.TryFormat(_buffer.GetSpan(32), out var written, provider: CultureInfo.InvariantCulture);
        _buffer.Advance(written);
    }

    private void Number(decimal value)
    {
        value.TryFormat(_buffer.GetSpan(32), out var written, provider: CultureInfo.InvariantCulture);
        _buffer.Advance(written);
    }

    private void Number(int value)
    {
        Utf8Formatter.TryFormat(value, _buffer.GetSpan(16), out var written);
        _buffer.Advance(written);
    }
}
