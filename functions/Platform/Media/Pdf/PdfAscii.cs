namespace CddFunctions.Platform.Media.Pdf;

/// <summary>The two filters that write bytes as letters.</summary>
internal static class PdfAscii
{
    public static byte[] DecodeHex(byte[] data)
    {
        var end = Array.IndexOf(data, (byte)'>');
        var digits = data.Take(end < 0 ? data.Length : end).Where(b => char.IsAsciiHexDigit((char)b)).Select(b => (char)b).ToList();
        if (digits.Count % 2 == 1)
            digits.Add('0');
        return Convert.FromHexString([.. digits]);
    }

    public static byte[] Decode85(byte[] data, MediaBudget budget)
    {
        var result = new MemoryStream();
        var group = 0UL;
        var count = 0;
        foreach (var b in data.TakeWhile(b => b != '~'))
        {
            if (b == 'z' && count == 0)
                Write(result, 0, 4, budget);
            if (b is < (byte)'!' or > (byte)'u')
                continue;

            group = (group * 85) + (uint)(b - '!');
            if (++count == 5)
            {
                Write(result, group, 4, budget);
                (group, count) = (0, 0);
            }
        }

        for (var missing = count; missing is > 0 and < 5; missing++)
            group = (group * 85) + 84;
        if (count > 0)
            Write(result, group, count - 1, budget);
        return result.ToArray();
    }

    private static void Write(MemoryStream result, ulong group, int bytes, MediaBudget budget)
    {
        budget.Inflate(bytes);
        for (var i = 0; i < bytes; i++)
            result.WriteByte((byte)(group >> (24 - (8 * i))));
    }
}
