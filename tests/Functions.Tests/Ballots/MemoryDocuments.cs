using System.Globalization;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Ballots;

/// <summary>A document store in memory that yields at every call, so that callers interleave, and fails when a test says so.</summary>
internal sealed class MemoryDocuments : IDocuments
{
    private readonly SortedDictionary<(string Partition, string Id), (long Change, byte[] Body)> _documents = new(
        Comparer<(string Partition, string Id)>.Create(
            (a, b) => string.CompareOrdinal(a.Partition, b.Partition) is not 0 and var p ? p : string.CompareOrdinal(a.Id, b.Id)
        )
    );

    private long _changes;

    /// <summary>Asked before each write with its partition; an exception is an outage before it.</summary>
    public Action<string> BeforeWrite { get; set; } = _ => { };

    /// <summary>Asked after each write: an exception is an outage of which the caller cannot know whether it wrote.</summary>
    public Action<string> AfterWrite { get; set; } = _ => { };

    public int Reads { get; private set; }

    public IEnumerable<Document> All
    {
        get
        {
            lock (_documents)
                return [.. _documents.Select(d => Of(d.Key, d.Value))];
        }
    }

    /// <summary>As somebody does it who can write the store: no caller of the application can.</summary>
    public void Remove(Document document)
    {
        lock (_documents)
            _documents.Remove((document.Partition, document.Id));
    }

    public async Task<Document?> ReadAsync(string partition, string id, CancellationToken ct)
    {
        await Task.Yield();
        lock (_documents)
        {
            Reads++;
            return _documents.TryGetValue((partition, id), out var found) ? Of((partition, id), found) : null;
        }
    }

    public Task<string?> TryCreateAsync(string partition, string id, ReadOnlyMemory<byte> body, Deed? deed, CancellationToken ct) =>
        WriteAsync(partition, id, null, body, deed);

    public Task<string?> TryReplaceAsync(
        string partition,
        string id,
        string version,
        ReadOnlyMemory<byte> body,
        Deed? deed,
        CancellationToken ct
    ) => WriteAsync(partition, id, version, body, deed);

    public async Task RecordAsync(Deed deed)
    {
        await Task.Yield();
        BeforeWrite(AuditBlock.Partition(deed.Campaign));
        lock (_documents)
            Enter(deed);
        AfterWrite(AuditBlock.Partition(deed.Campaign));
    }

    public async Task<DocumentPage> ListAsync(string partition, string? after, int limit, CancellationToken ct)
    {
        await Task.Yield();
        var all = All.Where(d => d.Partition == partition && string.CompareOrdinal(d.Id, after ?? "") > 0).Take(limit + 1).ToList();
        return all.Count > limit ? new(all[..limit], all[limit - 1].Id) : new(all, null);
    }

    public async Task<ChangePage> ChangesAsync(string partition, string? continuation, int limit, CancellationToken ct)
    {
        await Task.Yield();
        var from = Number(continuation ?? "0");
        var all = All.Where(d => d.Partition == partition && Number(d.Version) > from).OrderBy(d => Number(d.Version)).Take(limit).ToList();
        return new(all, all.Count > 0 ? all[^1].Version : $"{from}");
    }

    private async Task<string?> WriteAsync(string partition, string id, string? version, ReadOnlyMemory<byte> body, Deed? deed)
    {
        await Task.Yield();
        BeforeWrite(partition);
        lock (_documents)
        {
            var there = _documents.TryGetValue((partition, id), out var found);
            if (version is null ? there : !there || $"{found.Change}" != version)
                return null;

            _documents[(partition, id)] = (++_changes, body.ToArray());
            version = $"{_changes}";
            if (deed is not null)
                Enter(deed);
        }

        AfterWrite(partition);
        return version;
    }

    private void Enter(Deed deed)
    {
        var newest = All.FirstOrDefault(d => d.Partition == AuditBlock.Partition(deed.Campaign));
        var link = AuditChain.After(newest is null ? AuditAnchor.Start : AuditBlock.Read(newest).End, [deed]);
        _documents.Add((link.Partition, link.Id), (++_changes, link.ToBody()));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static Document Of((string Partition, string Id) key, (long Change, byte[] Body) value) =>
        new(key.Partition, key.Id, $"{value.Change}", value.Body);
}
