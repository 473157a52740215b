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
internal sealed class CosmosDeeds(CosmosDocuments documents, CosmosPending pending, AuditPace pace, TimeProvider clock, ILogger log)
{
    /// <summary>
    /// How long an item may follow its note: six times <see cref="CosmosDocuments.Budget"/>. After that other processes settle the note.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Between the tries to enter a deed whose entry failed; each pause is twice the one before: some 17 minutes in all.
    /// </summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastPause = TimeSpan.FromMinutes(9);

    private readonly ConcurrentDictionary<string, AuditWriter> _writers = new(StringComparer.Ordinal);
    private readonly CosmosLook _look = new(documents, pending, clock, log);

    /// <summary>Enters a deed that writes no item, after the deeds that ended processes left without an entry.</summary>
    public async Task RecordAsync(Deed deed, CancellationToken ct)
    {
        await _look.RunAsync(CatchUpAsync).WaitAsync(ct);
        await AppendAsync(new(deed), ct);
    }

    /// <summary>Notes a deed that is about to be written, after the deeds that ended processes left without an entry are entered.</summary>
    public async Task<PendingNote> NoteAsync(Deed deed, string partition, string id, string write, CancellationToken ct)
    {
        await _look.RunAsync(CatchUpAsync).WaitAsync(ct);
        return await pending.AddAsync(new(partition, id, write, deed.Campaign, await WriterOf(deed.Campaign).SeenAsync(ct)), ct);
    }

    /// <summary>Enters a deed whose item was written, even when the caller no longer waits.</summary>
    /// <exception cref="StorageUnavailableException">It has no entry yet. This process goes on trying, and the note stays until then.</exception>
    public async Task EnterAsync(Deed deed, PendingNote note, CancellationToken ct)
    {
        var entering = TryEnterAsync(deed, note);
        _ = GoOnAsync(entering, deed, note);
        await entering.WaitAsync(ct);
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

        await foreach (var document in documents.AllAsync(CosmosPending.Partition, ct))
        {
            var deeds = _look.SheetOf(document)?.Deeds ?? [];
            foreach (var deed in deeds.Where(d => string.Equals(d.Write, write, StringComparison.Ordinal)))
                await CatchUpAsync(deed, ct);
        }
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
            await AppendAsync(new(AuditAct.Late(deed), found.Write, found.After), ct);
        }
    }

    private async Task TryEnterAsync(Deed deed, PendingNote note)
    {
        await WriterOf(deed.Campaign).AppendAsync(new(deed, note.Deed.Write, note.Deed.After));
        pending.Done(note);
    }

    /// <summary>Tries again until the deed is entered: nobody else looks for it before a note is old and another deed comes.</summary>
    private async Task GoOnAsync(Task entering, Deed deed, PendingNote note)
    {
        try
        {
            for (var pause = FirstPause; !await IsEnteredAsync(entering, pause); pause *= 2)
            {
                await Task.Delay(pause, clock);
                entering = TryEnterAsync(deed, note);
            }
        }
        catch (Exception e)
        {
            log.LogError(e, "The entry of the write {Write} failed; whoever finds its note enters it", note.Deed.Write);
            pending.Leave(note);
        }
    }

    private static async Task<bool> IsEnteredAsync(Task entering, TimeSpan pause)
    {
        try
        {
            await entering;
            return true;
        }
        catch (StorageUnavailableException) when (pause <= LastPause)
        {
            return false;
        }
    }

    /// <summary>Waits no longer than its caller; the line keeps its place in the queue.</summary>
    private async Task AppendAsync(AuditLine line, CancellationToken ct)
    {
        var writer = WriterOf(line.Deed.Campaign);
        await writer.SeenAsync(ct);
        await writer.AppendAsync(line).WaitAsync(ct);
    }

    private AuditWriter WriterOf(string campaign) =>
        _writers.GetOrAdd(campaign, static (c, all) => new(c, all.documents, all.pace, all.clock), (documents, pace, clock));
}
