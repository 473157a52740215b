namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// A version as the port gives it: the item's etag, and for an item that a deed wrote also the mark of that write, so that
/// whoever replaces it knows, without reading it, whose entry has to be in the chain first.
/// </summary>
/// <param name="Write">Mark of the write; null for an item that no deed wrote.</param>
internal readonly record struct CosmosVersion(string ETag, string? Write)
{
    private const char Between = '.';
    private const int Longest = 100;

    /// <returns>Null for a text that no store gave.</returns>
    public static CosmosVersion? Parse(string text)
    {
        var parts = text.Split(Between);
        return text.Length <= Longest && parts.Length <= 2 && Array.TrueForAll(parts, IsPart)
            ? new(parts[0], parts.ElementAtOrDefault(1))
            : null;
    }

    public override string ToString() => Write is null ? ETag : $"{ETag}{Between}{Write}";

    private static bool IsPart(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}
