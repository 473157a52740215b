namespace CddFunctions.Platform.Media.Pdf;

/// <summary>A position in PDF text and the steps over blanks, comments and words (ISO 32000-1, 7.2).</summary>
internal sealed class PdfCursor(ByteWindow bytes, MediaBudget budget, long position)
{
    private const int LongestWord = 200;

    public long Position { get; set; } = position;

    public static bool IsBlank(int c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsRegular(int c) => c > 32 && !IsDelimiter(c);

    /// <returns>True when the word comes next; the position is behind it then.</returns>
    public bool Accept(ReadOnlySpan<byte> word)
    {
        SkipBlank();
        if (!bytes.Matches(Position, word))
            return false;

        Position += word.Length;
        return true;
    }

    /// <returns>The digits that come next, or null when there are none.</returns>
    public long? ReadDigits()
    {
        SkipBlank();
        var start = Position;
        var value = 0L;
        for (var c = bytes.At(Position); c is >= '0' and <= '9' && Position - start < 16; c = bytes.At(++Position))
            value = (value * 10) + (c - '0');
        return Position > start ? value : null;
    }

    public void SkipBlank()
    {
        for (var c = bytes.At(Position); IsBlank(c) || c == '%'; c = bytes.At(Position))
        {
            Position++;
            if (c == '%')
                SkipLine();
            else if ((Position & 255) == 0)
                budget.Step();
        }
    }

    /// <returns>The letters up to a blank or a delimiter; empty when there are none.</returns>
    public string ReadRegular()
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        for (var c = bytes.At(Position); IsRegular(c); c = bytes.At(++Position))
        {
            if (length == LongestWord)
                throw new InvalidDataException("A word is too long.");

            word[length++] = (char)c;
        }

        return new string(word[..length]);
    }

    private static bool IsDelimiter(int c) => c is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    private void SkipLine()
    {
        for (var c = bytes.At(Position); c is not (-1 or 10 or 13); c = bytes.At(Position))
        {
            Position++;
            if ((Position & 255) == 0)
                budget.Step();
        }
    }
}
