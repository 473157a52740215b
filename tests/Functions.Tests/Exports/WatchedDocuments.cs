using System.Collections.Concurrent;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Exports;

/// <summary>What was asked of a store, and a place to step in before it is: to wait for another, to count, to break.</summary>
internal sealed class WatchedDocuments(IDocuments inner) : IDocuments
{
    public sealed record Call(string What, string Partition, string? Id)
    {
        public bool IsWrite => What is "create" or "replace" or "record";
    }

    public ConcurrentQueue<Call> Calls { get; } = [];

    /// <summary>Called before each operation; may throw.</summary>
    public Func<Call, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task<Document?> ReadAsync(string partition, string id, CancellationToken ct)
    {
        await SeeAsync("read", partition, id);
        return await inner.ReadAsync(partition, id, ct);
    }

    public async Task<string?> TryCreateAsync(string partition, string id, ReadOnlyMemory<byte> body, Deed? deed, CancellationToken ct)
    {
        await SeeAsync("create", partition, id);
        return await inner.TryCreateAsync(partition, id, body, deed, ct);
    }

    public async Task<string?> TryReplaceAsync(
        string partition,
        string id,
        string version,
        ReadOnlyMemory<byte> body,
        Deed? deed,
        CancellationToken ct
    )
    {
        await SeeAsync("replace", partition, id);
        return await inner.TryReplaceAsync(partition, id, version, body, deed, ct);
    }

    public async Task RecordAsync(Deed deed)
    {
        await SeeAsync("record", AuditBlock.Partition(deed.Campaign), null);
        await inner.RecordAsync(deed);
    }

    public async Task SettleAsync(string version, CancellationToken ct)
    {
        await SeeAsync("settle", "", version);
        await inner.SettleAsync(version, ct);
    }

    public async Task<DocumentPage> ListAsync(string partition, string? after, int limit, CancellationToken ct)
    {
        await SeeAsync("list", partition, null);
        return await inner.ListAsync(partition, after, limit, ct);
    }

    public async Task<ChangePage> ChangesAsync(string partition, string? continuation, int limit, CancellationToken ct)
    {
        await SeeAsync("changes", partition, null);
        return await inner.ChangesAsync(partition, continuation, limit, ct);
    }

    private Task SeeAsync(string what, string partition, string? id)
    {
        var call = new Call(what, partition, id);
        Calls.Enqueue(call);
        return Before(call);
    }
}
