namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Pages and paper of a PDF, by its own cross-reference or, when that is damaged, by a scan of the file.</summary>
internal static class PdfInspector
{
    private static readonly byte[] Signature = "%PDF-"u8.ToArray();

    /// <summary>Mail programs put lines before the header; readers allow 1,024 bytes of them.</summary>
    public static long? FindHeader(ByteWindow bytes) => bytes.IndexOf(Signature, 0, 1_024) is >= 0 and var header ? header : null;

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
