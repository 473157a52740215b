namespace CddFunctions.Platform.Media.Pdf;

/// <summary>
/// Follows the chain of cross-reference sections from the end of the file (ISO 32000-1, 7.5.4, 7.5.8): tables, streams,
/// hybrids. Anything odd is <see cref="InvalidDataException"/>; the caller then rebuilds by scanning.
/// </summary>
internal sealed class PdfXrefReader(ByteWindow bytes, MediaBudget budget, long header)
{
    private const int Tail = 2_048;

    private readonly PdfXref _xref = new();
    private readonly HashSet<long> _seen = [];

    public PdfXref Read()
    {
        for (long? section = FindLast(); section is { } offset; )
            section = ReadSection(header + offset);
        return _xref;
    }

    /// <summary>Offset of the newest section. An object after the last %%EOF means that an update was cut off.</summary>
    private long FindLast()
    {
        var from = Math.Max(0, bytes.Length - Tail);
        var start = bytes.LastIndexOf("startxref"u8, from);
        var end = start < 0 ? -1 : bytes.LastIndexOf("%%EOF"u8, start);
        if (end < 0 || bytes.IndexOf(" obj"u8, end, bytes.Length) >= 0)
            throw new InvalidDataException("The end of the file is missing.");

        return new PdfParser(bytes, budget, start + "startxref".Length).ReadDigits() ?? throw Bad();
    }

    /// <returns>The offset of the section before, or null at the oldest.</returns>
    private long? ReadSection(long position)
    {
        if (!_seen.Add(position))
            throw Bad();

        var parser = new PdfParser(bytes, budget, position);
        var trailer = parser.Accept("xref"u8) ? ReadTable(parser) : ReadStream(position);
        _xref.AddOlderTrailer(trailer);
        return trailer.TryGetValue("Prev", out var prev) ? PdfNumbers.Whole(prev) ?? throw Bad() : null;
    }

    private PdfDictionary ReadTable(PdfParser parser)
    {
        var free = new List<int>();
        while (!parser.Accept("trailer"u8))
        {
            var first = parser.ReadDigits() ?? throw Bad();
            var count = parser.ReadDigits() ?? throw Bad();
            for (var i = 0L; i < count; i++)
                ReadTableEntry(parser, first + i, free);
        }

        var trailer = parser.Read() as PdfDictionary ?? throw Bad();

        // A hybrid file marks the objects of its cross-reference stream as free in the table, so the stream comes first.
        if (PdfNumbers.Whole(trailer.Get("XRefStm")) is { } hybrid)
            ReadStream(header + hybrid);
        foreach (var number in free)
            _xref.AddOlder(number, PdfEntry.Free);
        return trailer;
    }

    private void ReadTableEntry(PdfParser parser, long number, List<int> free)
    {
        budget.Step();
        var offset = parser.ReadDigits() ?? throw Bad();
        _ = parser.ReadDigits() ?? throw Bad();
        if (number > int.MaxValue)
            throw Bad();

        if (parser.Accept("n"u8))
            _xref.AddOlder((int)number, new PdfEntry(header + offset, 0));
        else if (parser.Accept("f"u8))
            free.Add((int)number);
        else
            throw Bad();
    }

    private PdfDictionary ReadStream(long position)
    {
        var file = new PdfObjects(bytes, budget, _xref);
        if (file.ReadAt(position, null) is not PdfStream stream || !stream.Dictionary.Is("Type", "XRef"))
            throw Bad();

        PdfXrefStream.AddTo(_xref, stream.Dictionary, file.Decode(stream, isEncrypted: false), header, budget);
        return stream.Dictionary;
    }

    private static InvalidDataException Bad() => new("The cross-reference is damaged.");
}
