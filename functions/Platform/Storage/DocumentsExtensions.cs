using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CddFunctions.Platform.Storage;

/// <summary>What every feature's store does with documents: read them as its own records, walk a partition.</summary>
public static class DocumentsExtensions
{
    private const int PageSize = 1000;

    public static T Read<T>(this Document document) =>
        JsonSerializer.Deserialize<T>(document.Body.Span, Json.Options)
        ?? throw new JsonException($"The document {document.Partition}/{document.Id} is empty.");

    /// <summary>Null for a document of another shape: one of an older version, or one that this application did not write.</summary>
    public static T? TryRead<T>(this Document document)
        where T : class
    {
        try
        {
            return document.Read<T>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a document by an id from outside; null also for a text that cannot be an id.</summary>
    public static async Task<Document?> FindAsync(this IDocuments documents, string partition, string id, CancellationToken ct) =>
        DocumentLimits.IsId(id) ? await documents.ReadAsync(partition, id, ct) : null;

    /// <summary>Writes a new document that is no deed: it leaves no entry.</summary>
    public static Task<string?> TryCreateAsync(
        this IDocuments documents,
        string partition,
        string id,
        ReadOnlyMemory<byte> body,
        CancellationToken ct
    ) => documents.TryCreateAsync(partition, id, body, null, ct);

    /// <summary>Replaces a document without a deed: it leaves no entry.</summary>
    public static Task<string?> TryReplaceAsync(
        this IDocuments documents,
        string partition,
        string id,
        string version,
        ReadOnlyMemory<byte> body,
        CancellationToken ct
    ) => documents.TryReplaceAsync(partition, id, version, body, null, ct);

    public static byte[] ToBody<T>(this T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json.Options);

    /// <summary>Every document of a partition in id order, page by page.</summary>
    public static async IAsyncEnumerable<Document> AllAsync(
        this IDocuments documents,
        string partition,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        string? after = null;
        do
        {
            var page = await documents.ListAsync(partition, after, PageSize, ct);
            foreach (var document in page.Documents)
                yield return document;

            after = page.Next;
        } while (after is not null);
    }

    /// <summary>Documents whose id begins with <paramref name="prefix"/>, in id order.</summary>
    public static async IAsyncEnumerable<Document> WithPrefixAsync(
        this IDocuments documents,
        string partition,
        string prefix,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var after = prefix;
        while (after is not null)
        {
            var page = await documents.ListAsync(partition, after, PageSize, ct);
            foreach (var document in page.Documents)
            {
                if (!document.Id.StartsWith(prefix, StringComparison.Ordinal))
                    yield break;

                yield return document;
            }

            after = page.Next;
        }
    }
}
