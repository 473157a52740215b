using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// Writes the chain of one campaign where the store cannot write an entry together with its document (Cosmos DB). Deeds that arrive while a
/// document of the chain is being written share the next one; no deed waits for a timer. When another process took the next number first,
/// the writer reads on and writes behind it. A write that the chain holds already gets no second entry.
/// </summary>
internal sealed class AuditWriter(string campaign, IDocuments documents, AuditPace pace, TimeProvider clock)
{
    private const int MostWaiting = 20_000;

    /// <summary>Tries to write one document, each lost to another process, before the store counts as unavailable.</summary>
    private const int MostTries = 100;

    private readonly Lock _gate = new();
    private readonly Queue<AuditLine> _queue = [];
    private readonly AuditWindow _window = new(campaign, documents, clock);
    private bool _running;
    private bool _behind;

    /// <summary>Number of an entry that the chain holds now; a deed that is written after this call gets a higher number.</summary>
    /// <remarks>
    /// When this process has not read the chain for a while, the window begins anew at its end, because other processes may have gone on
    /// for hours. No mark is missed by that: before a line is written, the window reaches back to the number that its note names. A window
    /// in use by <see cref="RunAsync"/> stays as it is.
    /// </remarks>
    public async Task<long> SeenAsync(CancellationToken ct)
    {
        if (_window.End is not { } seen)
            return (await _window.FirstLookAsync(ct)).Entry;
        if (!_window.IsOld)
            return seen.Entry;

        var end = await _window.FindEndAsync(ct);
        lock (_gate)
        {
            if (!_running)
                _window.BeginAt(end);
        }

        return _window.End.Entry;
    }

    /// <summary>True when the chain holds this write; false when this process does not know.</summary>
    public bool Holds(string write) => _window.Holds(write);

    /// <summary>
    /// Enters a deed. The call cannot be cancelled, because the deed has been done even when nobody waits for its entry any more.
    /// </summary>
    /// <returns>The new entry, or null when the chain held the deed already.</returns>
    /// <exception cref="StorageUnavailableException">The store did not confirm the entry, or too many deeds wait already.</exception>
    public Task<AuditEntry?> AppendAsync(AuditLine line)
    {
        lock (_gate)
        {
            if (_queue.Count >= MostWaiting)
                throw new StorageUnavailableException($"{MostWaiting} entries already wait for the audit of {campaign}.");

            _queue.Enqueue(line);
            if (_running)
                return line.Written;
            _running = true;
        }

        // Unsafe (without the request's context): the writer outlives the request that woke it and is no part of its trace.
        ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.RunAsync(), this, preferLocal: false);
        return line.Written;
    }

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                await WriteAsync(batch);
            }
            catch (Exception fault) // if it was written all the same, the next one loses the race for its number
            {
                batch.ForEach(line => line.Fail(fault));
            }

            if (pace.Pause > TimeSpan.Zero)
                await Task.Delay(pace.Pause * Random.Shared.NextDouble(), TimeProvider.System); // real time, also in a rehearsal
        }
    }

    private List<AuditLine> Take()
    {
        lock (_gate)
        {
            var batch = new List<AuditLine>();
            while (batch.Count < AuditBlock.MostEntries && _queue.TryDequeue(out var line))
                batch.Add(line);
            _running = batch.Count > 0;
            return batch;
        }
    }

    private async Task WriteAsync(List<AuditLine> batch)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var end = _behind || _window.End is null ? await _window.ReadOnAsync(CancellationToken.None) : _window.End;
            await _window.ReachBackAsync(batch.Min(line => line.After), CancellationToken.None);
            var open = batch
                .Where(line => line.Write is null || !_window.Holds(line.Write))
                .DistinctBy(line => line.Write ?? (object)line)
                .ToList();
            if (open.Count == 0 || await TryWriteAsync(end, open))
            {
                batch.ForEach(line => line.Complete());
                return;
            }
        }

        throw new StorageUnavailableException($"Other processes were first {MostTries} times to write the audit of {campaign}.");
    }

    private async Task<bool> TryWriteAsync(AuditAnchor end, List<AuditLine> lines)
    {
        var link = AuditChain.After(end, [.. lines.Select(line => line.Deed)]);
        List<string> writes = [.. lines.Select(line => line.Write).OfType<string>()];
        _behind = true; // until the store says that the document is there
        var body = link.ToBody(writes.Count > 0 ? writes : null);
        if (await documents.TryCreateAsync(link.Partition, link.Id, body, CancellationToken.None) is null)
            return false;

        _behind = false;
        _window.Add(link.End, writes);
        foreach (var (line, entry) in lines.Zip(link.Entries))
            line.Complete(entry);
        return true;
    }
}
