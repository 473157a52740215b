namespace CddFunctions.Platform.Storage;

/// <summary>A stored JSON document. Bodies are UTF-8 JSON objects of at most 2 MB, kept byte for byte.</summary>
/// <param name="Version">
/// Changes with every write and never comes back. Versions are in the order of the writes: whoever must not learn that order gets another
/// text as ETag.
/// </param>
public sealed record Document(string Partition, string Id, string Version, ReadOnlyMemory<byte> Body);

/// <param name="Next">Give this as <c>after</c> to go on; null at the end of the partition.</param>
public sealed record DocumentPage(IReadOnlyList<Document> Documents, string? Next);

/// <param name="Continuation">Opaque, and valid over restarts. The next call that is given this returns every write that this page did not
/// hold. It may change though nothing was written: only <c>Documents</c> tells.</param>
public sealed record ChangePage(IReadOnlyList<Document> Documents, string Continuation);

/// <summary>
/// All that a feature may ask of the document store. Every call names one partition. Expected races are null, never
/// exceptions; an outage is <see cref="StorageUnavailableException"/>. A write that returned is on disk. What
/// <see cref="DocumentLimits"/> forbids is refused with <see cref="ArgumentException"/> before anything is stored.
/// </summary>
/// <remarks>
/// Cancelling a write ends the waiting. The call then either still reports its result, or throws <see cref="OperationCanceledException"/>:
/// over a network the write may have been made all the same; the adapter of one machine documents when it was not. The body must not change
/// until the call returns.
/// </remarks>
public interface IDocuments
{
    Task<Document?> ReadAsync(string partition, string id, CancellationToken ct);

    /// <summary>Creates a document. Of any number of callers with one id at once exactly one wins.</summary>
    /// <param name="deed">What this write does. Its entry is in the campaign's audit when the call returns the version, and never without
    /// the write. Null for a write that leaves no entry.</param>
    /// <returns>The new version, or null when the id is taken (whoever took it).</returns>
    Task<string?> TryCreateAsync(string partition, string id, ReadOnlyMemory<byte> body, Deed? deed, CancellationToken ct);

    /// <summary>Replaces a document of this version. Of any number of callers with the same version at once exactly one wins.</summary>
    /// <param name="deed">As in <see cref="TryCreateAsync"/>.</param>
    /// <returns>The new version, or null when the stored version is another one or the document is gone.</returns>
    Task<string?> TryReplaceAsync(string partition, string id, string version, ReadOnlyMemory<byte> body, Deed? deed, CancellationToken ct);

    /// <summary>
    /// Enters a deed that writes no document (reading, printing) in the audit. The entry is on disk when the call returns. The call cannot
    /// be cancelled, because the deed has been done even when nobody waits for its entry any more.
    /// </summary>
    Task RecordAsync(Deed deed);

    /// <summary>
    /// To be called before somebody is told again that a write was done: returns when the deed that wrote this version is on record.
    /// A store that keeps both in one transaction has nothing to do.
    /// </summary>
    Task SettleAsync(string version, CancellationToken ct) => Task.CompletedTask;

    /// <summary>
    /// Overwrites what the store's own files still hold of documents that were replaced, so that nobody finds it there. It may take as
    /// long as writing the whole store anew, and other writes wait. Copies that were made before are out of its reach; a store that
    /// keeps its files elsewhere has nothing that it could do.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It could not be done now; what was replaced may still be in the files.</exception>
    Task ShredAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>
    /// Documents of the partition with an id after <paramref name="after"/>, in the order of their ids as UTF-8 bytes
    /// (that is <see cref="StringComparison.Ordinal"/> for all but emoji and other characters beyond U+FFFF).
    /// </summary>
    /// <param name="after">Null = from the start. There need not be a document of this id.</param>
    /// <param name="limit">1 to 1,000. A page of large bodies may be shorter; only <c>Next</c> tells whether it is the last.</param>
    Task<DocumentPage> ListAsync(string partition, string? after, int limit, CancellationToken ct);

    /// <summary>
    /// Documents of the partition written since <paramref name="continuation"/>, oldest write first, each once in its
    /// newest version. Nothing is missed under concurrent writes; an empty page means caught up, a short one does not.
    /// </summary>
    /// <param name="continuation">Null = from the beginning.</param>
    /// <param name="limit">1 to 1,000.</param>
    Task<ChangePage> ChangesAsync(string partition, string? continuation, int limit, CancellationToken ct);
}

/// <summary>
/// The store is busy beyond its budget, full or unreachable: the request fails with 503 + Retry-After. No document was half-written, and
/// normally none was written at all. Only when the connection or the disk broke during the commit itself can the write turn up later,
/// whole; a caller who tries again then gets null, as after a lost race.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException() { }

    public StorageUnavailableException(string message)
        : base(message) { }

    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
