using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// The newest part of one chain as this process knows it, with the ids of the writes that have an entry in it. Any thread may ask what the
/// window holds and make the first read; only one at a time may read on, reach back or add.
/// </summary>
internal sealed class AuditWindow(string campaign, IDocuments documents, TimeProvider clock)
{
    /// <summary>
    /// Most ids of writes that are kept in memory. Beyond that the window is emptied and begins anew at the end of the chain.
    /// </summary>
    private const int Most = 10_000;

    /// <summary>Documents read by one request. Few are new at a time, because a process that lost a race reads on at once.</summary>
    private const int PerPage = 8;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _writes = new(StringComparer.Ordinal);
    private AuditAnchor? _end;
    private long _from;
    private long _lookedAt;

    /// <summary>The end of the chain as last seen; null before the first look.</summary>
    public AuditAnchor? End => Volatile.Read(ref _end);

    /// <summary>Nobody has looked at the chain's end for longer than a note is left alone.</summary>
    public bool IsOld => clock.GetElapsedTime(Volatile.Read(ref _lookedAt)) > CosmosDeeds.Lease;

    /// <summary>
    /// True when the chain holds an entry of the write. False means only that the window holds none; an older part of the chain may.
    /// </summary>
    public bool Holds(string write)
    {
        lock (_gate)
            return _writes.Contains(write);
    }

    /// <summary>
    /// Reads what was written behind the window, until it ends where the chain does. The first call makes an empty window there.
    /// </summary>
    public async Task<AuditAnchor> ReadOnAsync(CancellationToken ct)
    {
        if (End is not { } known)
            return await FirstLookAsync(ct);

        var newer = await BlocksAsync(null, known.Entry, PerPage, ct);
        Add(newer is [var newest, ..] ? newest.End : known, newer.SelectMany(b => b.Deeds ?? []));
        return End!;
    }

    /// <summary>Reads older documents, until the window holds all entries behind <paramref name="entry"/>, a number.</summary>
    public async Task ReachBackAsync(long entry, CancellationToken ct)
    {
        if (entry >= _from)
            return;

        var older = await BlocksAsync(AuditBlock.Id(_from + 1), entry, DocumentLimits.PageLength, ct);
        lock (_gate)
        {
            _writes.UnionWith(older.SelectMany(b => b.Deeds ?? []));
            _from = entry;
        }
    }

    /// <summary>Adds documents that go on from the end of the window: their new end and the ids of their writes.</summary>
    public void Add(AuditAnchor end, IEnumerable<string> writes)
    {
        lock (_gate)
        {
            if (_writes.Count > Most)
            {
                _writes.Clear();
                _from = _end!.Entry;
            }

            _writes.UnionWith(writes);
            _end = end;
            _lookedAt = clock.GetTimestamp();
        }
    }

    /// <summary>The end of the chain: one small read, however far it has gone on.</summary>
    public async Task<AuditAnchor> FindEndAsync(CancellationToken ct)
    {
        var page = await documents.ListAsync(AuditBlock.Partition(campaign), null, 1, ct);
        return page.Documents is [var newest] ? AuditBlock.Read(newest).End : AuditAnchor.Start;
    }

    /// <summary>Makes an empty window at an end that was found, unless the window is there or further already.</summary>
    public void BeginAt(AuditAnchor end)
    {
        lock (_gate)
        {
            if (_end is null || end.Entry > _end.Entry)
            {
                _writes.Clear();
                (_end, _from) = (end, end.Entry);
            }

            _lookedAt = clock.GetTimestamp();
        }
    }

    /// <summary>Makes an empty window at the chain's end, unless there is a window by then.</summary>
    public async Task<AuditAnchor> FirstLookAsync(CancellationToken ct)
    {
        var end = await FindEndAsync(ct);
        lock (_gate)
        {
            if (_end is null)
                BeginAt(end);
            return _end!;
        }
    }

    /// <summary>Documents whose first entry has a number above <paramref name="entry"/>, newest first.</summary>
    private async Task<List<AuditBlock>> BlocksAsync(string? after, long entry, int perPage, CancellationToken ct)
    {
        var found = new List<AuditBlock>();
        do
        {
            var page = await documents.ListAsync(AuditBlock.Partition(campaign), after, perPage, ct);
            var behind = page.Documents.Select(AuditBlock.Read).TakeWhile(b => b.First > entry).ToList();
            found.AddRange(behind);
            after = behind.Count == page.Documents.Count ? page.Next : null;
        } while (after is not null);

        return found;
    }
}
