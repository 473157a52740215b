using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// Notes deeds before they are done. Notes that arrive while the document is being written share its next write. A deed whose entry is in
/// the chain is left out of the next write; when no deed is in hand, the document is removed.
/// </summary>
internal sealed class CosmosPending(Container container, CosmosRequests requests, TimeProvider clock)
{
    public const string Partition = "audit-pending";

    /// <summary>Deeds in one document: with the longest ids it still fits.</summary>
    private const int Most = 1000;

    /// <summary>How long no deed must be in hand before the document is removed: under load it would only be written anew.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<PendingNote> _waiting = [];
    private NotedDeeds _sheet = new();
    private bool _writing;
    private bool _clearing;

    /// <summary>Returns when the note is stored.</summary>
    /// <exception cref="StorageUnavailableException">The note is not stored, so the deed must not be done.</exception>
    public async Task<PendingNote> AddAsync(PendingDeed deed, CancellationToken ct)
    {
        var note = new PendingNote(deed);
        lock (_gate)
        {
            _waiting.Enqueue(note);
            if (!_writing)
                ThreadPool.UnsafeQueueUserWorkItem(static pending => _ = pending.RunAsync(), this, preferLocal: false);
            _writing = true;
        }

        try
        {
            await note.Written.WaitAsync(ct);
            return note;
        }
        catch
        {
            Done(note); // nothing was done under it
            throw;
        }
    }

    /// <summary>Drops the note of a deed whose entry is in the chain, or that was not done.</summary>
    public void Done(PendingNote note)
    {
        lock (_gate)
        {
            note.IsDropped = note.Sheet is null;
            if (note.Sheet is { } sheet && sheet.Deeds.Remove(note.Deed) && sheet == _sheet)
                ClearWhenIdle();
        }
    }

    /// <summary>
    /// Keeps the note when nobody knows whether its deed was done: the document stays until a process has looked for the item.
    /// </summary>
    public void Leave(PendingNote note)
    {
        if (note.Sheet is { } sheet)
            Leave(sheet, true);
    }

    private bool IsIdle => !_writing && _sheet is { IsBegun: true, IsLeft: false, Deeds.Count: 0 };

    private async Task RunAsync()
    {
        while (Take(out var sheet, out var body) is { Count: > 0 } notes)
        {
            try
            {
                var once = await requests.CallAsync(ct => WriteAsync(sheet.Id, body, ct), CancellationToken.None);
                Leave(sheet, !once);
                notes.ForEach(note => note.Complete());
            }
            catch (Exception fault)
            {
                Leave(sheet, true);
                notes.ForEach(note => note.Fail(fault));
            }
        }
    }

    /// <summary>
    /// Closes the document when <paramref name="left"/>: a request that got lost may arrive later and put back what it was, so no more
    /// notes go into it.
    /// </summary>
    private void Leave(NotedDeeds sheet, bool left)
    {
        lock (_gate)
            sheet.IsLeft |= left;
    }

    private List<PendingNote> Take(out NotedDeeds sheet, out byte[] body)
    {
        lock (_gate)
        {
            if (_sheet.IsLeft || _sheet.Deeds.Count >= Most)
                _sheet = new();

            var notes = new List<PendingNote>();
            while (_sheet.Deeds.Count < Most && _waiting.TryDequeue(out var note))
            {
                if (note.IsDropped)
                    continue;
                note.Sheet = _sheet;
                _sheet.Deeds.Add(note.Deed);
                notes.Add(note);
            }

            _writing = notes.Count > 0;
            _sheet.IsBegun |= _writing;
            ClearWhenIdle(); // whoever gave the last note may have gone away while it was being written
            (sheet, body) = (_sheet, new PendingSheet(clock.GetUtcNow(), [.. _sheet.Deeds]).ToBody());
            return notes;
        }
    }

    /// <returns>False when the request may have been sent more than once.</returns>
    private async Task<bool> WriteAsync(string sheet, byte[] body, CancellationToken ct)
    {
        var item = CosmosItem.Encode(Partition, sheet, Guid.NewGuid().ToString("N"), body).ToArray();
        var answer = await requests.SendAsync(
            "upsert",
            token => container.UpsertItemStreamAsync(new MemoryStream(item, writable: false), new(Partition), cancellationToken: token),
            ct
        );
        using var response = answer.Response;
        return response.IsSuccessStatusCode ? !answer.IsRepeated : throw CosmosErrors.Unexpected(response);
    }

    /// <summary>To be called inside the gate.</summary>
    private void ClearWhenIdle()
    {
        if (!IsIdle || _clearing)
            return;
        _clearing = true;
        _ = ClearAsync();
    }

    /// <summary>Removes the document when no deed is in hand. The next note begins a new one, so the removal races with no write.</summary>
    private async Task ClearAsync()
    {
        await Task.Delay(Quiet, TimeProvider.System);
        string id;
        lock (_gate)
        {
            _clearing = false;
            if (!IsIdle)
                return;
            id = _sheet.Id;
            _sheet = new();
        }

        try
        {
            await RemoveAsync(id, null, CancellationToken.None);
        }
        catch (Exception e) when (e is StorageUnavailableException or ObjectDisposedException)
        {
            // the document names only deeds that have their entry, and the next process that looks at it removes it
        }
    }

    /// <param name="etag">Removes the document only if it still has this version; null = whatever version it has.</param>
    public Task RemoveAsync(string sheet, string? etag, CancellationToken ct) =>
        requests.CallAsync(
            async limited =>
            {
                var options = etag is null ? null : new ItemRequestOptions { IfMatchEtag = $"\"{etag}\"" };
                var answer = await requests.SendAsync(
                    "delete",
                    token => container.DeleteItemStreamAsync(sheet, new(Partition), options, token),
                    limited
                );
                answer.Response.Dispose();
                return true;
            },
            ct
        );
}
