namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Undoes the row differences that make data pack better: TIFF (2) and PNG (10 to 15).</summary>
internal static class PdfPredictor
{
    private const int LongestRow = 1_000_000;

    public static byte[] Undo(byte[] data, Func<string, int, int> parameter)
    {
        var predictor = parameter("Predictor", 1);
        if (predictor == 1)
            return data;

        var colors = parameter("Colors", 1);
        var bits = parameter("BitsPerComponent", 8);
        var columns = parameter("Columns", 1);
        if (colors is < 1 or > 32 || bits is not (1 or 2 or 4 or 8 or 16) || columns is < 1 or > LongestRow)
            throw new InvalidDataException("A predictor has impossible parameters.");

        var pixel = Math.Max(1, colors * bits / 8);
        var row = (int)((((long)colors * bits * columns) + 7) / 8);
        return predictor switch
        {
            >= 10 => UndoPng(data, row, pixel),
            2 when bits == 8 => UndoTiff(data, row, pixel),
            _ => throw new InvalidDataException("A predictor is not known."),
        };
    }

    private static byte[] UndoTiff(byte[] data, int row, int pixel)
    {
        for (var i = 0; i < data.Length; i++)
        {
            if (i % row >= pixel)
                data[i] += data[i - pixel];
        }

        return data;
    }

    private static byte[] UndoPng(byte[] data, int row, int pixel)
    {
        var rows = (data.Length + row) / (row + 1);
        var result = new byte[Math.Max(0, data.Length - rows)];
        var above = new byte[row];
        for (int from = 0, to = 0; from + 1 < data.Length; from += row + 1, to += row)
        {
            var length = Math.Min(row, data.Length - from - 1);
            var current = result.AsSpan(to, length);
            data.AsSpan(from + 1, length).CopyTo(current);
            UndoRow(data[from], current, above, pixel);
            current.CopyTo(above);
        }

        return result;
    }

    private static void UndoRow(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < pixel ? 0 : row[i - pixel];
            var corner = i < pixel ? 0 : above[i - pixel];
            row[i] += (byte)(
                filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    4 => Paeth(left, above[i], corner),
                    _ => throw new InvalidDataException("A row filter is not known."),
                }
            );
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var toLeft = Math.Abs(up - corner);
        var toUp = Math.Abs(left - corner);
        var toCorner = Math.Abs(left + up - (2 * corner));
        if (toLeft <= toUp && toLeft <= toCorner)
            return left;
        return toUp <= toCorner ? up : corner;
    }
}
