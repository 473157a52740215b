using System.Net;
using System.Text.Json;
using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging.Abstractions;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// The documents in one container of Cosmos DB. A create or replace whose answer got lost is sent again; the item's
/// <c>write</c> then tells whether the first one had been carried out, so a caller does not lose a race against itself.
/// A deed is in the item that it writes, and its entry follows before the answer (<see cref="CosmosDeeds"/>).
/// </summary>
/// <remarks>Cancelling leaves open whether a write was made; if it was, its entry follows.</remarks>
public sealed class CosmosDocuments : IDocuments, IDisposable
{
    /// <summary>
    /// The longest time of a call, which then fails as an outage; a deed's call includes its note and its entry. The entry is written all
    /// the same when the item was. The Functions host lets a request wait much longer.
    /// </summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    private readonly Container _container;
    private readonly CosmosRequests _requests;
    private readonly CosmosPages _pages;
    private readonly CosmosDeeds _deeds;

    /// <param name="pace">For the chains of entries, which several processes write.</param>
    /// <param name="log">Told of notes that cannot be read and of entries that fail: ids only.</param>
    public CosmosDocuments(
        Container container,
        TimeProvider clock,
        TimeSpan? budget = null,
        AuditPace? pace = null,
        ILogger<CosmosDocuments>? log = null
    )
    {
        _container = container;
        // In Gateway mode the SDK counts a plain refusal as one failed request. Over TCP it may count none: one is then reason to look.
        var gateway = container.Database.Client.ClientOptions.ConnectionMode is ConnectionMode.Gateway;
        _requests = new(budget ?? Budget, clock, ownFailures: gateway ? 1 : 0);
        _pages = new(container, _requests);
        _deeds = new(this, new(container, _requests, clock), pace ?? AuditPace.Shared, clock, log ?? NullLogger<CosmosDocuments>.Instance);
    }

    /// <summary>For /api/health, such as <c>cosmos 3.64.0</c>: the version of the SDK.</summary>
    public static string Description { get; } = $"cosmos {typeof(CosmosClient).Assembly.GetName().Version?.ToString(3)}";

    internal System.Diagnostics.Metrics.Meter Meter => _requests.Meter;

    public async Task<Document?> ReadAsync(string partition, string id, CancellationToken ct)
    {
        DocumentLimits.CheckKey(partition, id);
        using var item = await ItemAsync(partition, id, ct);
        return item is null ? null : CosmosItem.Decode(item.RootElement);
    }

    public Task<string?> TryCreateAsync(string partition, string id, ReadOnlyMemory<byte> body, Deed? deed, CancellationToken ct)
    {
        DocumentLimits.CheckKey(partition, id);
        DocumentLimits.CheckBody(body);
        var write = new Write(partition, id, NewMark(), body, deed);
        return DoAsync(
            "create",
            write,
            null,
            (item, token) => _container.CreateItemStreamAsync(item, new(partition), cancellationToken: token),
            ct
        );
    }

    public Task<string?> TryReplaceAsync(
        string partition,
        string id,
        string version,
        ReadOnlyMemory<byte> body,
        Deed? deed,
        CancellationToken ct
    )
    {
        DocumentLimits.CheckKey(partition, id);
        DocumentLimits.CheckBody(body);
        if (CosmosVersion.Parse(version) is not { } before)
            return Task.FromResult<string?>(null); // a version that no store gave: nothing to ask

        var options = new ItemRequestOptions { IfMatchEtag = $"\"{before.ETag}\"" };
        var write = new Write(partition, id, NewMark(), body, deed);
        return DoAsync(
            "replace",
            write,
            before.Write,
            (item, token) => _container.ReplaceItemStreamAsync(item, id, new(partition), options, token),
            ct
        );
    }

    public Task RecordAsync(Deed deed) => _requests.CallAsync(limited => _deeds.RecordAsync(deed, limited), CancellationToken.None);

    public Task SettleAsync(string version, CancellationToken ct) =>
        CosmosVersion.Parse(version) is { Write: { } write }
            ? _requests.CallAsync(limited => _deeds.SettleAsync(write, limited), ct)
            : Task.CompletedTask;

    public Task<DocumentPage> ListAsync(string partition, string? after, int limit, CancellationToken ct)
    {
        DocumentLimits.CheckPage(partition, limit);
        return _requests.CallAsync(limited => _pages.ListAsync(partition, after ?? "", limit, limited), ct);
    }

    public Task<ChangePage> ChangesAsync(string partition, string? continuation, int limit, CancellationToken ct)
    {
        DocumentLimits.CheckPage(partition, limit);
        return _requests.CallAsync(limited => _pages.ChangesAsync(partition, continuation, limit, limited), ct);
    }

    /// <summary>The item as it is stored, null when there is none.</summary>
    internal Task<JsonDocument?> ItemAsync(string partition, string id, CancellationToken ct) =>
        _requests.CallAsync(limited => _pages.FindAsync(partition, id, limited), ct);

    public void Dispose() => _requests.Dispose();

    /// <param name="before">Mark of the write that is replaced, when a deed made it.</param>
    private Task<string?> DoAsync(
        string operation,
        Write write,
        string? before,
        Func<Stream, CancellationToken, Task<ResponseMessage>> send,
        CancellationToken ct
    ) =>
        _requests.CallAsync(
            async limited =>
            {
                if (before is not null)
                    await _deeds.SettleAsync(before, limited);
                if (write.Deed is null)
                    return await SendAsync(operation, write, null, send, limited);

                var note = await _deeds.NoteAsync(write.Deed, write.Partition, write.Id, write.Mark, limited);
                var version = await SendAsync(operation, write, note, send, limited);
                if (version is null)
                    _deeds.Forget(note);
                else
                    await _deeds.EnterAsync(write.Deed, note, limited);
                return version;
            },
            ct
        );

    private async Task<string?> SendAsync(
        string operation,
        Write write,
        PendingNote? note,
        Func<Stream, CancellationToken, Task<ResponseMessage>> send,
        CancellationToken ct
    )
    {
        try
        {
            var item = CosmosItem.Encode(write.Partition, write.Id, write.Mark, write.Body.Span, write.Deed).ToArray();
            var answer = await _requests.SendAsync(operation, token => send(new MemoryStream(item, writable: false), token), ct);
            using var response = answer.Response;
            return response switch
            {
                { StatusCode: HttpStatusCode.Created or HttpStatusCode.OK } => write.VersionOf(response.Headers.ETag),
                { StatusCode: HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed } => answer.IsRepeated
                    ? await OwnVersionAsync(write, ct)
                    : null,
                _ when CosmosErrors.IsMissing(response) => null,
                _ => throw CosmosErrors.Unexpected(response),
            };
        }
        catch when (note is not null)
        {
            _deeds.Leave(note);
            throw;
        }
    }

    /// <summary>The version that our own first try made, or null when somebody else's write is there.</summary>
    private async Task<string?> OwnVersionAsync(Write write, CancellationToken ct)
    {
        using var item = await _pages.FindAsync(write.Partition, write.Id, ct);
        return item is not null && string.Equals(CosmosItem.WriteOf(item.RootElement), write.Mark, StringComparison.Ordinal)
            ? CosmosItem.Decode(item.RootElement).Version
            : null;
    }

    private static string NewMark() => Guid.NewGuid().ToString("N");

    private sealed record Write(string Partition, string Id, string Mark, ReadOnlyMemory<byte> Body, Deed? Deed)
    {
        public string VersionOf(string etag) => new CosmosVersion(etag.Trim('"'), Deed is null ? null : Mark).ToString();
    }
}
