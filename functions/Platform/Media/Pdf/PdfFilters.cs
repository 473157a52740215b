using System.IO.Compression;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Unpacks stream data (ISO 32000-1, 7.4). Image filters are never needed to find pages and are refused.</summary>
internal static class PdfFilters
{
    private const int MaxFilters = 8;

    public static byte[] Decode(byte[] data, object? filter, object? parameters, PdfObjects file, MediaBudget budget)
    {
        var filters = filter as PdfArray ?? (filter is null ? [] : [filter]);
        var all = parameters as PdfArray ?? [parameters];
        if (filters.Count > MaxFilters)
            throw new InvalidDataException("Too many filters.");

        for (var i = 0; i < filters.Count; i++)
        {
            var own = file.Resolve(i < all.Count ? all[i] : null) as PdfDictionary ?? [];
            data = DecodeOne(data, (file.Resolve(filters[i]) as PdfName)?.Value, own, file, budget);
        }

        return data;
    }

    private static byte[] DecodeOne(byte[] data, string? filter, PdfDictionary parameters, PdfObjects file, MediaBudget budget)
    {
        int Parameter(string name, int missing) => PdfNumbers.Small(file.Resolve(parameters.Get(name))) ?? missing;

        return filter switch
        {
            "FlateDecode" or "Fl" => PdfPredictor.Undo(Inflate(data, budget), Parameter),
            "LZWDecode" or "LZW" => PdfPredictor.Undo(PdfLzw.Decode(data, Parameter("EarlyChange", 1), budget), Parameter),
            "ASCIIHexDecode" or "AHx" => PdfAscii.DecodeHex(data),
            "ASCII85Decode" or "A85" => PdfAscii.Decode85(data, budget),
            "Crypt" => data, // PdfDecryption has decrypted it before
            _ => throw new InvalidDataException("A filter is not known."),
        };
    }

    /// <summary>
    /// Unpacks without the two header bytes of zlib, so that its checksum does not count: files with a wrong one are common, and all
    /// readers open them.
    /// </summary>
    private static byte[] Inflate(byte[] data, MediaBudget budget)
    {
        if (data.Length < 2)
            throw new InvalidDataException("A stream is empty.");

        using var source = new DeflateStream(new MemoryStream(data, 2, data.Length - 2), CompressionMode.Decompress);
        var target = new MemoryStream();
        var buffer = new byte[16_384];
        while (source.Read(buffer) is > 0 and var read)
        {
            budget.Inflate(read);
            target.Write(buffer, 0, read);
        }

        return target.ToArray();
    }
}
