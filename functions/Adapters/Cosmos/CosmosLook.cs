using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>Looks for notes of deeds that processes left behind when they ended, one look at a time for all who wait for it.</summary>
internal sealed class CosmosLook(CosmosDocuments documents, CosmosPending pending, TimeProvider clock, ILogger log)
{
    private readonly Lock _gate = new();

    /// <summary>
    /// Versions of notes with a deed that cannot be entered. Looking at them again would read the chain from there on again.
    /// </summary>
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;
    private Task _look = Task.CompletedTask;

    /// <summary>
    /// Enters the deeds that ended processes left without an entry: at the first call, and again whenever a note can be older than
    /// <see cref="CosmosDeeds.Lease"/>.
    /// </summary>
    /// <param name="catchUp">Enters one deed when its item proves it.</param>
    public Task RunAsync(Func<PendingDeed, CancellationToken, Task> catchUp)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now >= _nextLook && _look.IsCompleted)
            {
                _nextLook = now + CosmosDeeds.Lease;
                _look = Task.Run(() => LookNowAsync(catchUp, now));
            }

            return _look;
        }
    }

    private async Task LookNowAsync(Func<PendingDeed, CancellationToken, Task> catchUp, DateTimeOffset now)
    {
        try
        {
            var next = now + CosmosDeeds.Lease;
            await foreach (var document in documents.AllAsync(CosmosPending.Partition, CancellationToken.None))
            {
                if (_failed.Contains(document.Version) || SheetOf(document) is not { } sheet)
                    continue;
                if (sheet.At + CosmosDeeds.Lease > now)
                    next = sheet.At + CosmosDeeds.Lease < next ? sheet.At + CosmosDeeds.Lease : next;
                else if (await CatchUpAsync(catchUp, document.Id, sheet))
                    await pending.RemoveAsync(document.Id, document.Version, CancellationToken.None);
                else
                    _failed.Add(document.Version);
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

    /// <summary>Null when somebody has made the note unreadable: it stays, and stops nobody.</summary>
    public PendingSheet? SheetOf(Document document)
    {
        try
        {
            return document.Read<PendingSheet>();
        }
        catch (Exception e) when (IsOfOne(e))
        {
            log.LogError(e, "The note {Note} of pending deeds cannot be read and stays", document.Id);
            return null;
        }
    }

    /// <returns>False when a deed could not be looked at: the note stays, and the others of it are entered all the same.</returns>
    private async Task<bool> CatchUpAsync(Func<PendingDeed, CancellationToken, Task> catchUp, string note, PendingSheet sheet)
    {
        var all = true;
        foreach (var deed in sheet.Deeds)
        {
            try
            {
                await catchUp(deed, CancellationToken.None);
            }
            catch (Exception e) when (IsOfOne(e))
            {
                log.LogError(e, "The deed {Write} in the note {Note} cannot be entered; the note stays", deed?.Write, note);
                all = false;
            }
        }

        return all;
    }

    /// <summary>Something is wrong with this one, while an outage would meet the next one as well.</summary>
    private static bool IsOfOne(Exception e) =>
        e is not (StorageUnavailableException or OperationCanceledException or ObjectDisposedException);
}
