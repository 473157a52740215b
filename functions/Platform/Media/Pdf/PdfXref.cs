using System.Runtime.InteropServices;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>
/// Where an object is: at <paramref name="Offset"/> of the file, or the one of its number in object stream
/// <paramref name="Container"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfEntry(long Offset, int Container)
{
    /// <summary>Deleted: it hides older entries of the number.</summary>
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
