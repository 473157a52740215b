using System.Runtime.InteropServices;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>
/// Where an object is: inside the object stream with the number <paramref name="Container"/>, or, when that is 0, at byte
/// <paramref name="Offset"/> of the file.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfEntry(long Offset, int Container)
{
    /// <summary>The place of a deleted object; it hides older entries of the same number.</summary>
    public static readonly PdfEntry Free = new(-1, 0);
}

/// <summary>The newest place of every object, and the trailer. Sections are added newest first, so the first one wins.</summary>
internal sealed class PdfXref
{
    private const int MaxObjects = 1_000_000;

    private readonly Dictionary<int, PdfEntry> _entries = [];

    public PdfDictionary Trailer { get; } = [];

    public PdfEntry Find(int number) => _entries.GetValueOrDefault(number, PdfEntry.Free);

    public void AddOlder(int number, PdfEntry entry)
    {
        if (number is >= 0 and < MaxObjects * 10 && _entries.Count < MaxObjects)
            _entries.TryAdd(number, entry);
    }

    public void Replace(int number, PdfEntry entry)
    {
        if (_entries.Count < MaxObjects)
            _entries[number] = entry;
    }

    public void AddOlderTrailer(PdfDictionary trailer)
    {
        foreach (var (key, value) in trailer)
            Trailer.TryAdd(key, value);
    }
}
