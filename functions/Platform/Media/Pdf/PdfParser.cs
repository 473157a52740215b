using System.Globalization;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Reads values from a position on (ISO 32000-1, 7.3).</summary>
internal sealed class PdfParser(ByteWindow bytes, MediaBudget budget, long position)
{
    /// <summary>Honest files nest a handful deep; every level costs stack.</summary>
    private const int MaxDepth = 100;

    private readonly PdfCursor _at = new(bytes, budget, position);

    public long Position => _at.Position;

    public bool Accept(ReadOnlySpan<byte> word) => _at.Accept(word);

    public long? ReadDigits() => _at.ReadDigits();

    public object? Read(int depth = 0)
    {
        budget.Step();
        if (depth > MaxDepth)
            throw new InvalidDataException("Values are nested too deep.");

        _at.SkipBlank();
        var c = bytes.At(Position);
        switch (c)
        {
            case -1:
                return new PdfKeyword("");
            case '/':
                _at.Position++;
                return ReadName();
            case '(':
                return ReadString(PdfStrings.ReadLiteral(bytes, budget, Position, out var end), end);
            case '[':
                _at.Position++;
                return ReadArray(depth);
            case '<' when bytes.At(Position + 1) == '<':
                _at.Position += 2;
                return ReadDictionary(depth);
            case '<':
                return ReadString(PdfStrings.ReadHex(bytes, budget, Position, out var after), after);
            case '>' when bytes.At(Position + 1) == '>':
                _at.Position += 2;
                return new PdfKeyword(">>");
            case '+' or '-' or '.' or (>= '0' and <= '9'):
                return ReadNumberOrReference();
            default:
                return ReadWord();
        }
    }

    private byte[] ReadString(byte[] value, long end)
    {
        _at.Position = end;
        return value;
    }

    private PdfName ReadName()
    {
        var name = _at.ReadRegular();
        for (var hash = name.IndexOf('#'); hash >= 0 && hash + 2 < name.Length; hash = name.IndexOf('#', hash + 1))
        {
            if (byte.TryParse(name.AsSpan(hash + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                name = $"{name[..hash]}{(char)code}{name[(hash + 3)..]}";
        }

        return new PdfName(name);
    }

    private object? ReadWord()
    {
        var word = _at.ReadRegular();
        if (word.Length == 0)
            word = ((char)bytes.At(_at.Position++)).ToString();

        return word switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            _ => new PdfKeyword(word),
        };
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
        var word = _at.ReadRegular();
        var number = double.TryParse(
            word,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var d
        )
            ? d
            : 0;
        if (!word.All(char.IsAsciiDigit) || PdfNumbers.Small(number) is not { } objectNumber)
            return number;

        // "12 0 R" is one value, so look two words ahead.
        var back = Position;
        if (ReadDigits() is { } generation and <= 65_535 && Accept("R"u8) && !PdfCursor.IsRegular(bytes.At(Position)))
            return new PdfReference(objectNumber, (int)generation);

        _at.Position = back;
        return number;
    }
}
