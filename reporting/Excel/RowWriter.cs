using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// Rows of a worksheet as XML, straight to a stream. Texts are inline strings: they can never be formulas, and no table
/// of shared strings grows with the rows.
/// </summary>
/// <param name="styles">Style number of each column, as the designed sheet has it.</param>
/// <param name="heights">How high a row must be for its texts: LibreOffice does not work that out for itself.</param>
internal sealed class RowWriter(Stream output, IReadOnlyList<int> styles, RowHeights heights)
{
    private const int FlushAt = 1 << 16;
    private const int InstantDigits = 10; // of a day: 9 microseconds

    private static readonly long _epoch = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).Ticks;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);
    private readonly byte[][] _open = [.. styles.Select((_, i) => Encoding.UTF8.GetBytes($"<c r=\"{ColumnName(i)}"))];
    private readonly byte[][] _style = [.. styles.Select(s => Encoding.UTF8.GetBytes($"\" s=\"{s}\""))];

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
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Type != CellType.Empty)
                WriteCell(i, rowNumber, row[i]);
        }

        _buffer.Write("</row>"u8);
        return _buffer.WrittenCount < FlushAt ? default : FlushAsync(ct);
    }

    public async ValueTask FlushAsync(CancellationToken ct)
    {
        await output.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }

    private void WriteCell(int column, int rowNumber, in Cell cell)
    {
        _buffer.Write(_open[column]);
        Number(rowNumber);
        _buffer.Write(_style[column]);
        if (cell.Type == CellType.Text)
        {
            _buffer.Write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
            XmlText.Write(_buffer, ExcelLimits.Fit(cell.Text!));
            _buffer.Write("</t></is></c>"u8);
            return;
        }

        _buffer.Write(cell.Type == CellType.YesNo ? " t=\"b\"><v>"u8 : "><v>"u8);
        Number(Value(cell));
        _buffer.Write("</v></c>"u8);
    }

    /// <summary>Days since 30 December 1899, in Bangkok time, for what is a date.</summary>
    private static decimal Value(in Cell cell) => cell.Type switch
    {
        CellType.Date => cell.Number - (_epoch / TimeSpan.TicksPerDay),
        CellType.Instant => Math.Round((cell.Number + ThaiTime.Bangkok.Ticks - _epoch) / TimeSpan.TicksPerDay, InstantDigits),
        _ => cell.Number,
    };

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
