namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Finds and reads objects of one file through its cross-reference. Only unpacked object streams are kept in memory.</summary>
internal sealed class PdfObjects(ByteWindow bytes, MediaBudget budget, PdfXref xref)
{
    private const int LongestChain = 32;

    private readonly Dictionary<int, PdfObjectStream> _containers = [];
    private readonly HashSet<int> _reading = [];

    public PdfXref Xref => xref;

    /// <summary>Set once the file is known to be encrypted and to open without a password.</summary>
    public PdfDecryption? Decryption { get; set; }

    /// <returns>The value itself, or the object that it refers to; null when there is none (that is what the standard says).</returns>
    public object? Resolve(object? value)
    {
        for (var i = 0; value is PdfReference reference; i++)
        {
            if (i == LongestChain)
                throw new InvalidDataException("References go in a circle.");
            value = Load(reference.Number);
        }

        return value;
    }

    /// <param name="expected">Object number that must be there, or null for any.</param>
    public object? ReadAt(long position, int? expected)
    {
        var parser = new PdfParser(bytes, budget, position);
        if (
            parser.ReadDigits() is not { } number
            || parser.ReadDigits() is not { } generation
            || !parser.Accept("obj"u8)
            || number > int.MaxValue
            || (expected is { } n && n != number)
        )
            throw new InvalidDataException("An object is not where it should be.");

        var value = parser.Read();
        if (value is PdfKeyword)
            return null;
        return value is PdfDictionary dictionary && parser.Accept("stream"u8)
            ? new PdfStream(dictionary, AfterLineEnd(parser.Position), new((int)number, (int)generation))
            : value;
    }

    public byte[] Decode(PdfStream stream, bool isEncrypted = true)
    {
        var length = FindLength(stream);
        budget.Inflate(length);
        var raw = new byte[length];
        bytes.Copy(stream.Start, raw);
        if (isEncrypted && Decryption is { } decryption)
            raw = decryption.Decrypt(raw, stream.Reference);
        return PdfFilters.Decode(
            raw,
            Resolve(stream.Dictionary.Get("Filter")),
            Resolve(stream.Dictionary.Get("DecodeParms")),
            this,
            budget
        );
    }

    public PdfObjectStream Container(int number)
    {
        if (_containers.TryGetValue(number, out var known))
            return known;

        var entry = xref.Find(number);
        if (entry.Container != 0 || entry.Offset < 0 || ReadAt(entry.Offset, number) is not PdfStream stream)
            throw new InvalidDataException("An object stream is missing.");

        return _containers[number] = PdfObjectStream.Open(stream.Dictionary, Decode(stream), this, budget);
    }

    private object? Load(int number)
    {
        var entry = xref.Find(number);
        if (entry == PdfEntry.Free)
            return null;
        if (!_reading.Add(number))
            throw new InvalidDataException("An object is needed to read itself.");

        try
        {
            return entry.Container == 0 ? ReadAt(entry.Offset, number) : Container(entry.Container).Read(number);
        }
        finally
        {
            _reading.Remove(number);
        }
    }

    /// <summary>The declared length when the data really ends there, else up to the next endstream.</summary>
    private long FindLength(PdfStream stream)
    {
        if (
            PdfNumbers.Whole(Resolve(stream.Dictionary.Get("Length"))) is { } declared
            && declared >= 0
            && declared <= bytes.Length - stream.Start
            && new PdfParser(bytes, budget, stream.Start + declared).Accept("endstream"u8)
        )
            return declared;

        var end = bytes.IndexOf("endstream"u8, stream.Start, bytes.Length);
        return end >= 0 ? end - stream.Start : throw new InvalidDataException("A stream has no end.");
    }

    private long AfterLineEnd(long position)
    {
        if (bytes.At(position) == 13)
            position++;
        return bytes.At(position) == 10 ? position + 1 : position;
    }
}
