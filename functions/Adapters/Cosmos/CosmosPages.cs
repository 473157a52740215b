using System.Net;
using System.Text.Json;
using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// One item, lists and the change feed of one partition. The service may answer with shorter pages than it was asked for.
/// </summary>
internal sealed class CosmosPages(Container container, CosmosRequests requests)
{
    // the service narrows by the partition key that is sent along; the condition says the same to whoever reads the query
    private const string ByIdAfter = "SELECT * FROM c WHERE c.partition = @partition AND c.id > @after ORDER BY c.id";

    /// <summary>Asks for one item more than the limit, which tells whether there are more.</summary>
    public async Task<DocumentPage> ListAsync(string partition, string after, int limit, CancellationToken ct)
    {
        var query = new QueryDefinition(ByIdAfter).WithParameter("@partition", partition).WithParameter("@after", after);
        var options = new QueryRequestOptions
        {
            PartitionKey = new(partition),
            MaxItemCount = limit + 1,
            MaxConcurrency = 1,
        };
        using var answers = container.GetItemQueryStreamIterator(query, requestOptions: options);
        var documents = new List<Document>();
        var bytes = 0;
        while (answers.HasMoreResults)
        {
            using var response = (await requests.SendAsync("list", answers.ReadNextAsync, ct)).Response;
            foreach (var document in await DocumentsAsync(response, ct))
            {
                if (documents.Count == limit || bytes >= DocumentLimits.PageBytes)
                    return new(documents, documents[^1].Id);
                documents.Add(document);
                bytes += document.Body.Length;
            }
        }

        return new(documents, null);
    }

    /// <remarks>
    /// An empty page has a newer continuation too: from an old one the service would have to skip, at every call, all that other partitions
    /// wrote since.
    /// </remarks>
    public async Task<ChangePage> ChangesAsync(string partition, string? continuation, int limit, CancellationToken ct)
    {
        using var answers = Changes(partition, continuation, limit);
        while (true)
        {
            using var response = (await requests.SendAsync("changes", answers.ReadNextAsync, ct)).Response;
            if (response.StatusCode is HttpStatusCode.NotModified)
                return new([], response.ContinuationToken);
            if (response.StatusCode is HttpStatusCode.BadRequest && continuation is not null)
                throw NotOurs(nameof(continuation), null);

            var documents = await DocumentsAsync(response, ct);
            if (documents.Exists(d => !string.Equals(d.Partition, partition, StringComparison.Ordinal)))
                throw NotOurs(nameof(continuation), null); // the continuation of another partition
            if (documents.Count > 0)
                return new(documents, response.ContinuationToken);
        }
    }

    private FeedIterator Changes(string partition, string? continuation, int limit)
    {
        try
        {
            var start = continuation is null
                ? ChangeFeedStartFrom.Beginning(FeedRange.FromPartitionKey(new(partition)))
                : ChangeFeedStartFrom.ContinuationToken(continuation);
            return container.GetChangeFeedStreamIterator(start, ChangeFeedMode.LatestVersion, new() { PageSizeHint = limit });
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw NotOurs(nameof(continuation), e);
        }
    }

    private static async Task<List<Document>> DocumentsAsync(ResponseMessage response, CancellationToken ct)
    {
        if (!response.IsSuccessStatusCode)
            throw CosmosErrors.Unexpected(response);
        using var answer = await JsonDocument.ParseAsync(response.Content, cancellationToken: ct);
        return [.. answer.RootElement.GetProperty("Documents").EnumerateArray().Select(CosmosItem.Decode)];
    }

    private static ArgumentException NotOurs(string parameter, Exception? inner) =>
        new("Not a continuation of this partition of this store.", parameter, inner);

    /// <summary>The item as it is stored, null when there is none.</summary>
    public async Task<JsonDocument?> FindAsync(string partition, string id, CancellationToken ct)
    {
        var answer = await requests.SendAsync(
            "read",
            token => container.ReadItemStreamAsync(id, new(partition), cancellationToken: token),
            ct
        );
        using var response = answer.Response;
        if (CosmosErrors.IsMissing(response))
            return null;
        return response.IsSuccessStatusCode
            ? await JsonDocument.ParseAsync(response.Content, cancellationToken: ct)
            : throw CosmosErrors.Unexpected(response);
    }
}
