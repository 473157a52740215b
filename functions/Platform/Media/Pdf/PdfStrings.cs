namespace CddFunctions.Platform.Media.Pdf;

/// <summary>String values. Only those of the encryption dictionary are ever looked at, so long ones are cut.</summary>
internal static class PdfStrings
{
    private const int Longest = 1_024;

    public static byte[] ReadLiteral(ByteWindow bytes, MediaBudget budget, long start, out long end)
    {
        var value = new List<byte>();
        var depth = 0;
        for (end = start; ; end++)
        {
            var c = Next(bytes, budget, end);
            if (c == '\\')
                c = ReadEscape(bytes, ref end);
            else if (c == '(' && depth++ == 0)
                continue;
            else if (c == ')' && --depth == 0)
                break;

            if (c >= 0 && value.Count < Longest)
                value.Add((byte)c);
        }

        end++;
        return [.. value];
    }

    public static byte[] ReadHex(ByteWindow bytes, MediaBudget budget, long start, out long end)
    {
        var digits = new List<char>();
        for (end = start + 1; ; end++)
        {
            var c = Next(bytes, budget, end);
            if (c == '>')
                break;
            if (char.IsAsciiHexDigit((char)c) && digits.Count < 2 * Longest)
                digits.Add((char)c);
        }

        end++;
        if (digits.Count % 2 == 1)
            digits.Add('0');
        return Convert.FromHexString([.. digits]);
    }

    /// <returns>The byte meant, or −1 for an escaped line end; <paramref name="at"/> is left on the last byte read.</returns>
    private static int ReadEscape(ByteWindow bytes, ref long at)
    {
        var c = bytes.At(++at);
        if (c == 13 && bytes.At(at + 1) == 10)
            at++;
        return c switch
        {
            'n' => 10,
            'r' => 13,
            't' => 9,
            'b' => 8,
            'f' => 12,
            10 or 13 => -1,
            >= '0' and <= '7' => ReadOctal(bytes, ref at),
            _ => c,
        };
    }

    private static int ReadOctal(ByteWindow bytes, ref long at)
    {
        var code = bytes.At(at) - '0';
        for (var more = 0; more < 2 && bytes.At(at + 1) is >= '0' and <= '7' and var digit; more++, at++)
            code = (code * 8) + (digit - '0');
        return code & 255;
    }

    private static int Next(ByteWindow bytes, MediaBudget budget, long position)
    {
        if ((position & 255) == 0)
            budget.Step();
        return bytes.At(position) is >= 0 and var c ? c : throw new InvalidDataException("A string has no end.");
    }
}
