namespace CddFunctions.Platform.Media.Pdf;

/// <summary>The entries of a cross-reference stream (ISO 32000-1, 7.5.8.2 and 7.5.8.3).</summary>
internal static class PdfXrefStream
{
    public static void AddTo(PdfXref xref, PdfDictionary dictionary, byte[] data, long header, MediaBudget budget)
    {
        var widths = Numbers(dictionary.Get("W"));
        if (widths.Count != 3 || widths.Any(w => w is < 0 or > 8) || widths.Sum() == 0)
            throw new InvalidDataException("The cross-reference stream has no field widths.");

        var ranges = dictionary.ContainsKey("Index")
            ? Numbers(dictionary.Get("Index"))
            : [0, PdfNumbers.Small(dictionary.Get("Size")) ?? 0];
        var row = 0;
        var length = (int)widths.Sum();
        for (var range = 0; range + 1 < ranges.Count; range += 2)
        {
            for (var i = 0L; i < ranges[range + 1] && row + length <= data.Length; i++, row += length)
            {
                budget.Step();
                if (ToEntry(data.AsSpan(row, length), widths, header) is { } entry && ranges[range] + i <= int.MaxValue)
                    xref.AddOlder((int)(ranges[range] + i), entry);
            }
        }
    }

    private static PdfEntry? ToEntry(ReadOnlySpan<byte> row, List<long> widths, long header)
    {
        var first = (int)widths[0];
        var second = (int)widths[1];
        var value = BigEndian(row.Slice(first, second));
        return (first == 0 ? 1 : BigEndian(row[..first])) switch
        {
            0 => PdfEntry.Free,
            1 => new PdfEntry(header + value, 0),
            2 when value is > 0 and <= int.MaxValue => new PdfEntry(0, (int)value),
            _ => null, // other types are null objects by the standard
        };
    }

    private static long BigEndian(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        foreach (var b in bytes)
            value = (value << 8) | b;
        return value & long.MaxValue >> 8;
    }

    private static List<long> Numbers(object? array) => array is PdfArray values ? values.ConvertAll(v => PdfNumbers.Whole(v) ?? -1) : [];
}
