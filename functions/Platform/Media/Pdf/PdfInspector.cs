namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Pages and paper of a PDF, by its own cross-reference or, when that is damaged, by a scan of the file.</summary>
internal static class PdfInspector
{
    private static readonly byte[] Signature = "%PDF-"u8.ToArray();

    private const int LongestBefore = 1_024;

    /// <summary>
    /// A PDF begins with its header; only white space and a byte order mark may stand before it. Readers allow 1,024 bytes of anything
    /// there, but such a file can be a web page or a program as well.
    /// </summary>
    public static long? FindHeader(ByteWindow bytes) =>
        Anywhere(bytes) is { } header && Enumerable.Range(0, (int)header).All(at => IsBlank(bytes.At(at))) ? header : null;

    public static bool IsBehindOther(ByteWindow bytes) => Anywhere(bytes) is not null;

    private static long? Anywhere(ByteWindow bytes) => bytes.IndexOf(Signature, 0, LongestBefore) is >= 0 and var header ? header : null;

    private static bool IsBlank(int c) => c is ' ' or '\t' or '\r' or '\n' or '\f' or 0xEF or 0xBB or 0xBF;

    public static MediaFacts Inspect(ByteWindow bytes, long header, MediaBudget budget)
    {
        try
        {
            return InspectThrough(bytes, header, budget);
        }
        catch (InvalidDataException) when (!budget.IsExhausted)
        {
            var rebuilder = new PdfRebuilder(bytes, budget);
            var file = new PdfObjects(bytes, budget, rebuilder.Rebuild());
            return Measure(bytes, file, budget, rebuilder.AddPackedObjects);
        }
    }

    /// <summary>Offsets count from the header or from the start of the file; writers differ, so both are tried.</summary>
    private static MediaFacts InspectThrough(ByteWindow bytes, long header, MediaBudget budget)
    {
        try
        {
            return Measure(bytes, new PdfObjects(bytes, budget, new PdfXrefReader(bytes, budget, 0).Read()), budget, _ => { });
        }
        catch (InvalidDataException) when (header > 0 && !budget.IsExhausted)
        {
            return Measure(bytes, new PdfObjects(bytes, budget, new PdfXrefReader(bytes, budget, header).Read()), budget, _ => { });
        }
    }

    private static MediaFacts Measure(ByteWindow bytes, PdfObjects file, MediaBudget budget, Action<PdfObjects> prepare)
    {
        if (file.Xref.Trailer.Get("Encrypt") is { } encrypt)
        {
            file.Decryption = file.Resolve(encrypt) is PdfDictionary dictionary
                ? PdfDecryption.TryOpen(dictionary, FileId(file), file)
                : throw new InvalidDataException("The encryption dictionary is missing.");
            if (file.Decryption is null)
                return new MediaFacts(MediaType.Pdf, bytes.Length, Fault: MediaFaults.Encrypted);
        }

        prepare(file);
        var (pages, notA4) = new PdfPages(file, budget).Count();
        return new MediaFacts(MediaType.Pdf, bytes.Length, pages, notA4);
    }

    private static byte[] FileId(PdfObjects file) =>
        file.Resolve(file.Xref.Trailer.Get("ID")) is PdfArray { Count: > 0 } id && file.Resolve(id[0]) is byte[] first ? first : [];
}
