namespace CddFunctions.Platform.Media.Pdf;

/// <summary>
/// The cross-reference of a file whose own one is damaged: every "n g obj" in it, later ones first. A file that was cut off
/// is not rebuilt, because pages would be missing: after the last object there must be an %%EOF.
/// </summary>
internal sealed class PdfRebuilder(ByteWindow bytes, MediaBudget budget)
{
    private readonly PdfXref _xref = new();
    private readonly Dictionary<int, long> _at = [];
    private readonly List<int> _containers = [];
    private readonly List<PdfDictionary> _trailers = [];
    private int _current;
    private int? _catalog;

    public PdfXref Rebuild()
    {
        var last = ScanObjects();
        if (bytes.IndexOf("%%EOF"u8, last, bytes.Length) < 0)
            throw new InvalidDataException("The end of the file is missing.");

        ScanTrailers();
        foreach (var trailer in Enumerable.Reverse(_trailers))
            _xref.AddOlderTrailer(trailer);
        if (_catalog is { } catalog)
            _xref.Trailer.TryAdd("Root", new PdfReference(catalog, 0));
        return _xref;
    }

    /// <summary>
    /// Adds the objects inside object streams. These may be encrypted, so this comes after the trailer is known and the decryption is set.
    /// </summary>
    public void AddPackedObjects(PdfObjects file)
    {
        foreach (var container in _containers.Where(c => _xref.Find(c).Container == 0).Distinct())
        {
            foreach (var number in file.Container(container).Numbers)
            {
                if (_at.GetValueOrDefault(number, -1) >= _at[container])
                    continue;

                _at[number] = _at[container];
                _xref.Replace(number, new PdfEntry(0, container));
            }
        }
    }

    /// <returns>Where the last object begins.</returns>
    private long ScanObjects()
    {
        var last = 0L;
        for (var at = bytes.IndexOf("obj"u8, 0, bytes.Length); at >= 0; at = bytes.IndexOf("obj"u8, at + 3, bytes.Length))
        {
            if (FindStart(at) is not { } start || new PdfCursor(bytes, budget, start).ReadDigits() is not (< int.MaxValue and var number))
                continue;

            (_current, last) = ((int)number, at);
            _at[_current] = start;
            _xref.Replace(_current, new PdfEntry(start, 0));
            Classify(start);
        }

        return last;
    }

    /// <summary>Notes object streams, cross-reference streams and the catalogue, because they lead to the other objects.</summary>
    private void Classify(long start)
    {
        try
        {
            var value = new PdfObjects(bytes, budget, _xref).ReadAt(start, null);
            var dictionary = (value as PdfStream)?.Dictionary ?? value as PdfDictionary;
            if (dictionary is null)
                return;
            if (dictionary.Is("Type", "ObjStm"))
                _containers.Add(_current);
            else if (dictionary.Is("Type", "XRef"))
                _trailers.Add(dictionary);
            else if (dictionary.Is("Type", "Catalog"))
                _catalog = _current;
        }
        catch (InvalidDataException) when (!budget.IsExhausted)
        {
            // A damaged object matters only when a page needs it.
        }
    }

    private void ScanTrailers()
    {
        for (var at = bytes.IndexOf("trailer"u8, 0, bytes.Length); at >= 0; at = bytes.IndexOf("trailer"u8, at + 7, bytes.Length))
        {
            try
            {
                if (new PdfParser(bytes, budget, at + 7).Read() is PdfDictionary trailer)
                    _trailers.Add(trailer);
            }
            catch (InvalidDataException) when (!budget.IsExhausted)
            {
                // A file can hold several trailers, and another one may be readable.
            }
        }
    }

    /// <returns>Where "n g" before an "obj" begins, or null when there is none (endobj, or a word in a text).</returns>
    private long? FindStart(long obj)
    {
        var at = Back(obj - 1, PdfCursor.IsBlank);
        var generation = Back(at, IsDigit);
        var gap = Back(generation, PdfCursor.IsBlank);
        var number = Back(gap, IsDigit);
        var isObject = at < obj - 1 && generation < at && gap < generation && number < gap;
        return isObject && !PdfCursor.IsRegular(bytes.At(number)) ? number + 1 : null;
    }

    /// <summary>Steps back over accepted bytes, at most 20: a longer run is no object header.</summary>
    private long Back(long from, Func<int, bool> accepts)
    {
        var at = from;
        while (from - at < 20 && accepts(bytes.At(at)))
            at--;
        return at;
    }

    private static bool IsDigit(int c) => c is >= '0' and <= '9';
}
