namespace CddFunctions.Platform.Media.Pdf;

// A PDF value is an object?: null, bool, double, byte[] (for a string), or one of the types of this file.
internal sealed record PdfName(string Value);

internal sealed record PdfReference(int Number, int Generation);

/// <summary>A word that is no value: obj, stream, endobj, ], &gt;&gt; … or the empty one at the end of the file.</summary>
internal sealed record PdfKeyword(string Word);

internal sealed class PdfArray : List<object?>;

internal sealed class PdfDictionary() : Dictionary<string, object?>(StringComparer.Ordinal)
{
    public object? Get(string key) => this.GetValueOrDefault(key);

    public bool Is(string key, string name) => Get(key) is PdfName n && string.Equals(n.Value, name, StringComparison.Ordinal);
}

/// <param name="Start">Where the data begins.</param>
/// <param name="Reference">Number and generation of the stream's object; both are part of its encryption key.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, long Start, PdfReference Reference);

internal static class PdfNumbers
{
    /// <returns>A whole number that fits, or null.</returns>
    public static long? Whole(object? value) => value is double d && Math.Abs(d) < 1e15 && Math.Floor(d) == d ? (long)d : null;

    public static int? Small(object? value) => Whole(value) is { } n and >= int.MinValue and <= int.MaxValue ? (int)n : null;
}
