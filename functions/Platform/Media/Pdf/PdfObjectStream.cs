namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Objects packed into a stream (ISO 32000-1, 7.5.7), by number.</summary>
internal sealed class PdfObjectStream
{
    private readonly ByteWindow _bytes;
    private readonly MediaBudget _budget;
    private readonly Dictionary<int, long> _positions = [];

    private PdfObjectStream(byte[] data, MediaBudget budget)
    {
        _bytes = new ByteWindow(new MemoryStream(data, writable: false), budget);
        _budget = budget;
    }

    public IEnumerable<int> Numbers => _positions.Keys;

    public static PdfObjectStream Open(PdfDictionary dictionary, byte[] data, PdfObjects file, MediaBudget budget)
    {
        var stream = new PdfObjectStream(data, budget);
        var count = PdfNumbers.Small(file.Resolve(dictionary.Get("N"))) ?? 0;
        var first = PdfNumbers.Small(file.Resolve(dictionary.Get("First"))) ?? 0;
        var parser = new PdfParser(stream._bytes, budget, 0);
        for (var i = 0; i < count; i++)
        {
            budget.Step();
            if (parser.ReadDigits() is not { } number || parser.ReadDigits() is not { } offset || number > int.MaxValue)
                throw new InvalidDataException("An object stream has a damaged index.");
            stream._positions[(int)number] = first + offset;
        }

        return stream;
    }

    public object? Read(int number)
    {
        if (!_positions.TryGetValue(number, out var position))
            throw new InvalidDataException("An object is not in its stream.");

        var value = new PdfParser(_bytes, _budget, position).Read();
        return value is PdfKeyword ? throw new InvalidDataException("An object in a stream is damaged.") : value;
    }
}
