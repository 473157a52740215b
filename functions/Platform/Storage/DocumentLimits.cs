using System.Text;

namespace CddFunctions.Platform.Storage;

/// <summary>
/// What every document store refuses before it asks its back end, so that a document which fits on one machine fits in
/// Cosmos DB too. Breaking a limit is a bug of the caller: <see cref="ArgumentException"/>.
/// </summary>
public static class DocumentLimits
{
    /// <summary>2 MB in bytes. Cosmos DB counts 2 MiB for the whole item, so its own properties still fit beside this.</summary>
    public const int BodyBytes = 2_000_000;

    /// <summary>Characters of a partition or an id (Cosmos DB: 255 for an id).</summary>
    public const int KeyLength = 255;

    /// <summary>Documents that one page may be asked for.</summary>
    public const int PageLength = 1000;

    /// <summary>A page ends early once its bodies reach this many bytes, so that a list of large ones stays in memory.</summary>
    public const int PageBytes = 8_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void CheckKey(string partition, string id)
    {
        CheckText(partition, nameof(partition));
        CheckText(id, nameof(id));
        if (id.AsSpan().IndexOfAny("/\\?#") >= 0) // Cosmos DB uses the id in addresses
            throw new ArgumentException("An id holds none of / \\ ? #", nameof(id));
    }

    /// <summary>True when a text from outside can be an id. For any other text there is no document (404).</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= KeyLength
        && text.All(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('/' or '\\' or '?' or '#'));

    public static void CheckBody(ReadOnlyMemory<byte> body)
    {
        if (body.Length is 0 or > BodyBytes)
            throw new ArgumentException($"A body has 1 to {BodyBytes} bytes; this one has {body.Length}.", nameof(body));
    }

    public static void CheckPage(string partition, int limit)
    {
        CheckText(partition, nameof(partition));
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, PageLength);
    }

    private static void CheckText(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (text.Length is 0 or > KeyLength || text.Any(char.IsControl))
            throw new ArgumentException($"1 to {KeyLength} characters, no control characters.", name);
        _ = Strict.GetByteCount(text); // throws for half a surrogate pair: in UTF-8 two such ids would become one
    }
}
