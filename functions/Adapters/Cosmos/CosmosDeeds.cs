using System.Collections.Concurrent;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// Cosmos DB writes one partition at a time, so a deed's entry follows its item. Before the item is written a note says that
/// it is coming (<see cref="CosmosPending"/>); the item holds the deed; nobody replaces an item whose deed is not in the chain.
/// So an item that is found under a note proves the deed, and one that is not found has its entry or was never written
/// (docs/storage.md).
/// </summary>
internal sealed class CosmosDeeds(CosmosDocuments documents, CosmosPending pending, AuditPace pace, TimeProvider clock)
{
    /// <summary>After this long nobody writes under a note any more: six times <see cref="CosmosDocuments.Budget"/>.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, AuditWriter> _writers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;
    private Task _look = Task.CompletedTask;

    /// <summary>Enters a deed that writes no item, after whatever others left behind.</summary>
    public async Task RecordAsync(Deed deed)
    {
        await LookAsync();
        await WriterOf(deed.Campaign).AppendAsync(new(deed));
    }

    /// <summary>Notes a deed that is about to be written, after whatever others left behind is in the chain.</summary>
    public async Task<PendingNote> NoteAsync(Deed deed, string partition, string id, string write, CancellationToken ct)
    {
        await LookAsync().WaitAsync(ct);
        return await pending.AddAsync(new(partition, id, write, deed.Campaign, await WriterOf(deed.Campaign).SeenAsync(ct)), ct);
    }

    /// <summary>The item is written: its entry follows, whoever goes away.</summary>
    public async Task EnterAsync(Deed deed, PendingNote note)
    {
        try
        {
            await WriterOf(deed.Campaign).AppendAsync(new(deed, note.Deed.Write, note.Deed.After));
            pending.Done(note);
        }
        catch
        {
            pending.Leave(note);
            throw;
        }
    }

    /// <summary>The item was not written.</summary>
    public void Forget(PendingNote note) => pending.Done(note);

    /// <summary>Nobody knows whether the item was written.</summary>
    public void Leave(PendingNote note) => pending.Leave(note);

    /// <summary>Makes sure that the chain holds the write that is about to be replaced. A write that no note names is in there.</summary>
    public async Task SettleAsync(string write, CancellationToken ct)
    {
        if (_writers.Values.Any(w => w.Holds(write)))
            return;

        await foreach (var sheet in documents.AllAsync(CosmosPending.Partition, ct))
        {
            foreach (var deed in sheet.Read<PendingSheet>().Deeds.Where(d => string.Equals(d.Write, write, StringComparison.Ordinal)))
                await CatchUpAsync(deed, ct);
        }
    }

    /// <summary>Looks at its first call for what ended processes have left, and later as often as something can be found.</summary>
    private Task LookAsync()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now >= _nextLook && _look.IsCompleted)
            {
                _nextLook = now + Lease;
                _look = Task.Run(() => LookNowAsync(now));
            }

            return _look;
        }
    }

    private async Task LookNowAsync(DateTimeOffset now)
    {
        try
        {
            var next = now + Lease;
            await foreach (var document in documents.AllAsync(CosmosPending.Partition, CancellationToken.None))
            {
                var sheet = document.Read<PendingSheet>();
                if (sheet.At + Lease > now)
                {
                    next = sheet.At + Lease < next ? sheet.At + Lease : next;
                    continue;
                }

                foreach (var deed in sheet.Deeds)
                    await CatchUpAsync(deed, CancellationToken.None);
                await pending.RemoveAsync(document.Id, document.Version, CancellationToken.None);
            }

            LookAgainAt(next);
        }
        catch
        {
            LookAgainAt(now); // that is, with the next deed
            throw;
        }
    }

    private void LookAgainAt(DateTimeOffset at)
    {
        lock (_gate)
            _nextLook = at;
    }

    /// <summary>Enters the deed if its item proves it and the chain does not hold it, marked late.</summary>
    private async Task CatchUpAsync(PendingDeed found, CancellationToken ct)
    {
        using var item = await documents.ItemAsync(found.Partition, found.Id, ct);
        if (
            item is not null
            && CosmosItem.DeedOf(item.RootElement) is { } deed
            && string.Equals(CosmosItem.WriteOf(item.RootElement), found.Write, StringComparison.Ordinal)
        )
        {
            await WriterOf(found.Campaign).AppendAsync(new(AuditAct.Late(deed), found.Write, found.After));
        }
    }

    private AuditWriter WriterOf(string campaign) =>
        _writers.GetOrAdd(campaign, static (c, all) => new(c, all.Documents, all.Pace), (Documents: documents, Pace: pace));
}
