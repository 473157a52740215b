namespace CddFunctions.Platform;

/// <summary>A stored JSON document. Bodies are UTF-8 JSON objects of at most 2 MB.</summary>
/// <param name="Version">Opaque; changes with every write. Also the ETag that callers see.</param>
public sealed record Document(string Partition, string Id, string Version, ReadOnlyMemory<byte> Body);

/// <param name="Next">Give this as <c>after</c> to go on; null at the end of the partition.</param>
public sealed record DocumentPage(IReadOnlyList<Document> Documents, string? Next);

/// <param name="Continuation">Give this to the next call: it sees every write that this page did not hold.</param>
public sealed record ChangePage(IReadOnlyList<Document> Documents, string Continuation);

/// <summary>
/// All that a feature may ask of the document store. Every call names one partition. Expected races are null, never
/// exceptions; an outage is <see cref="StorageUnavailableException"/>. A write that returned is on disk.
/// </summary>
public interface IDocuments
{
    Task<Document?> ReadAsync(string partition, string id, CancellationToken ct);

    /// <returns>The new version, or null when the id is taken (whoever took it).</returns>
    Task<string?> TryCreateAsync(string partition, string id, ReadOnlyMemory<byte> body, CancellationToken ct);

    /// <returns>The new version, or null when the stored version is another one or the document is gone.</returns>
    Task<string?> TryReplaceAsync(string partition, string id, string version, ReadOnlyMemory<byte> body, CancellationToken ct);

    /// <summary>Documents of the partition with an id after <paramref name="after"/>, in ordinal id order.</summary>
    /// <param name="after">Null = from the start.</param>
    /// <param name="limit">1 to 1,000.</param>
    Task<DocumentPage> ListAsync(string partition, string? after, int limit, CancellationToken ct);

    /// <summary>
    /// Documents of the partition written since <paramref name="continuation"/>, oldest write first, each once in its
    /// newest version. Nothing is missed under concurrent writes; an empty page means caught up.
    /// </summary>
    /// <param name="continuation">Null = from the beginning.</param>
    Task<ChangePage> ChangesAsync(string partition, string? continuation, int limit, CancellationToken ct);
}

/// <summary>The store is busy beyond its budget, full or unreachable. Nothing was half-written. Becomes 503 + Retry-After.</summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
