using System.Collections.Concurrent;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// Cosmos DB writes one partition at a time, so the entry of a deed is written after its item. Three steps keep them together: before the
/// item is written, a note says that it is coming (<see cref="CosmosPending"/>); the item holds the deed; no item is replaced whose deed is
/// not in the chain. So when the item that a note names is found, it proves the deed; when it is not, its entry is there or it was never
/// written (docs/storage.md).
/// </summary>
internal sealed class CosmosDeeds(CosmosDocuments documents, CosmosPending pending, AuditPace pace, TimeProvider clock)
{
    /// <summary>
    /// How long an item may follow its note: six times <see cref="CosmosDocuments.Budget"/>. After that other processes settle the note.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, AuditWriter> _writers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;
    private Task _look = Task.CompletedTask;

    /// <summary>Enters a deed that writes no item, after the deeds that ended processes left without an entry.</summary>
    public async Task RecordAsync(Deed deed)
    {
        await LookAsync();
        await WriterOf(deed.Campaign).AppendAsync(new(deed));
    }

    /// <summary>Notes a deed that is about to be written, after the deeds that ended processes left without an entry are entered.</summary>
    public async Task<PendingNote> NoteAsync(Deed deed, string partition, string id, string write, CancellationToken ct)
    {
        await LookAsync().WaitAsync(ct);
        return await pending.AddAsync(new(partition, id, write, deed.Campaign, await WriterOf(deed.Campaign).SeenAsync(ct)), ct);
    }

    /// <summary>Enters a deed whose item was written, even when the caller no longer waits.</summary>
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

    /// <summary>Drops the note of an item that was not written.</summary>
    public void Forget(PendingNote note) => pending.Done(note);

    /// <summary>Keeps the note of an item when nobody knows whether it was written, until a process looks for the item.</summary>
    public void Leave(PendingNote note) => pending.Leave(note);

    /// <summary>
    /// Makes sure that the chain holds the entry of a write that is about to be replaced. It holds those of all writes that no note names.
    /// </summary>
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

    /// <summary>
    /// Enters the deeds that ended processes left without an entry: at the first call, and again whenever a note can be older than
    /// <see cref="Lease"/>.
    /// </summary>
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
