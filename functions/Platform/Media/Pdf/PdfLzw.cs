namespace CddFunctions.Platform.Media.Pdf;

/// <summary>LZW with codes of 9 to 12 bits (ISO 32000-1, 7.4.4). Old writers use it for cross-references too.</summary>
internal static class PdfLzw
{
    private const int Clear = 256;
    private const int End = 257;

    public static byte[] Decode(byte[] data, int earlyChange, MediaBudget budget)
    {
        var result = new MemoryStream();
        var table = new List<byte[]>();
        byte[]? previous = null;
        long bit = 0;
        while (true)
        {
            var width = Width(table.Count + End + 1 + (previous is null ? 0 : earlyChange));
            if (bit + width > data.Length * 8L || ReadCode(data, bit, width) is var code && code == End)
                return result.ToArray();

            bit += width;
            if (code == Clear)
            {
                table.Clear();
                previous = null;
                continue;
            }

            var entry = Entry(code, table, previous);
            if (previous is not null && table.Count + End + 1 < 4096)
                table.Add([.. previous, entry[0]]);
            budget.Inflate(entry.Length);
            result.Write(entry);
            previous = entry;
        }
    }

    private static byte[] Entry(int code, List<byte[]> table, byte[]? previous)
    {
        if (code < Clear)
            return [(byte)code];

        var index = code - End - 1;
        if (index < table.Count)
            return table[index];
        return index == table.Count && previous is not null
            ? [.. previous, previous[0]]
            : throw new InvalidDataException("An LZW code is not known.");
    }

    /// <summary>
    /// Bits of the next code. The reader can complete a table entry only with the code after it, so its table is one entry behind.
    /// </summary>
    private static int Width(int next) =>
        next switch
        {
            < 512 => 9,
            < 1024 => 10,
            < 2048 => 11,
            _ => 12,
        };

    private static int ReadCode(byte[] data, long bit, int width)
    {
        var code = 0;
        for (var i = bit; i < bit + width; i++)
            code = (code << 1) | ((data[i >> 3] >> (int)(7 - (i & 7))) & 1);
        return code;
    }
}
