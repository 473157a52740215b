using System.Globalization;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Reads values from a position on (ISO 32000-1, 7.2 and 7.3). Structure only: strings are kept as raw bytes.</summary>
internal sealed class PdfParser(ByteWindow bytes, MediaBudget budget, long position)
{
    /// <summary>Honest files nest a handful deep; every level costs stack.</summary>
    private const int MaxDepth = 100;
    private const int LongestWord = 200;

    public long Position { get; private set; } = position;

    public static bool IsBlank(int c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsRegular(int c) => c > 32 && !IsDelimiter(c);

    public object? Read(int depth = 0)
    {
        budget.Step();
        if (depth > MaxDepth)
            throw new InvalidDataException("Values are nested too deep.");

        SkipBlank();
        var c = bytes.At(Position);
        switch (c)
        {
            case -1:
                return new PdfKeyword("");
            case '/':
                Position++;
                return ReadName();
            case '(':
                return PdfStrings.ReadLiteral(bytes, budget, Position, out var end).At(this, end);
            case '[':
                Position++;
                return ReadArray(depth);
            case '<' when bytes.At(Position + 1) == '<':
                Position += 2;
                return ReadDictionary(depth);
            case '<':
                return PdfStrings.ReadHex(bytes, budget, Position, out var after).At(this, after);
            case '>' when bytes.At(Position + 1) == '>':
                Position += 2;
                return new PdfKeyword(">>");
            case '+' or '-' or '.' or (>= '0' and <= '9'):
                return ReadNumberOrReference();
            default:
                return ReadWord();
        }
    }

    /// <returns>True, and past it, when the word comes next.</returns>
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
            else if ((Position & 4095) == 0)
                budget.Step();
        }
    }

    internal byte[] MoveTo(long end, byte[] value)
    {
        Position = end;
        return value;
    }

    private static bool IsDelimiter(int c) => c is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    private void SkipLine()
    {
        for (var c = bytes.At(Position); c is not (-1 or 10 or 13); c = bytes.At(Position))
        {
            Position++;
            if ((Position & 4095) == 0)
                budget.Step();
        }
    }

    private PdfName ReadName()
    {
        var name = ReadRegular();
        for (var hash = name.IndexOf('#'); hash >= 0 && hash + 2 < name.Length; hash = name.IndexOf('#', hash + 1))
        {
            if (byte.TryParse(name.AsSpan(hash + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                name = $"{name[..hash]}{(char)code}{name[(hash + 3)..]}";
        }

        return new PdfName(name);
    }

    private object? ReadWord()
    {
        var word = ReadRegular();
        if (word.Length == 0)
            word = ((char)bytes.At(Position++)).ToString();

        return word switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            _ => new PdfKeyword(word),
        };
    }

    private string ReadRegular()
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

    private PdfArray ReadArray(int depth)
    {
        var array = new PdfArray();
        while (true)
        {
            switch (Read(depth + 1))
            {
                case PdfKeyword { Word: "]" }:
                    return array;
                case PdfKeyword:
                    throw new InvalidDataException("An array has no end.");
                case var value:
                    array.Add(value);
                    break;
            }
        }
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        var dictionary = new PdfDictionary();
        while (true)
        {
            switch (Read(depth + 1))
            {
                case PdfKeyword { Word: ">>" }:
                    return dictionary;
                case PdfName key:
                    var value = Read(depth + 1);
                    if (value is PdfKeyword)
                        throw new InvalidDataException("A dictionary key has no value.");
                    dictionary[key.Value] = value;
                    break;
                default:
                    throw new InvalidDataException("A dictionary key is no name.");
            }
        }
    }

    private object ReadNumberOrReference()
    {
        var word = ReadRegular();
        var number = double.TryParse(
            word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d) ? d : 0;
        if (!word.All(char.IsAsciiDigit) || PdfNumbers.Small(number) is not { } objectNumber)
            return number;

        // "12 0 R" is one value, so look two words ahead.
        var back = Position;
        if (ReadDigits() is { } generation and <= 65_535 && Accept("R"u8) && !IsRegular(bytes.At(Position)))
            return new PdfReference(objectNumber, (int)generation);

        Position = back;
        return number;
    }
}
