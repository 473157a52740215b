using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// Writes the chain of one programme where the store cannot write an entry together with its document. Whoever comes while
/// a document is being written waits for the next one, which takes all who wait; nobody waits for a timer. Another process
/// that takes the same number first is found and gone behind. A write that the chain holds already gets no second entry.
/// </summary>
internal sealed class AuditWriter(string campaign, IDocuments documents, AuditPace pace, TimeProvider clock)
{
    private const int MostWaiting = 20_000;

    /// <summary>Numbers that other processes may take from us, one after the other, before the store counts as too busy.</summary>
    private const int MostTries = 100;

    private readonly Lock _gate = new();
    private readonly Queue<AuditLine> _queue = [];
    private readonly AuditWindow _window = new(campaign, documents, clock);
    private bool _running;
    private bool _behind;

    /// <summary>Number of an entry that was there already: every later deed comes behind it.</summary>
    /// <remarks>
    /// After a pause the window begins anew at the chain's end: others may have gone on for hours. No mark is lost by that, because
    /// before a line is written the window reaches back to the number that its note names. Never while a line is being written.
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

    /// <summary>Nobody's going away takes an entry back: what it tells has been done.</summary>
    /// <returns>Null when the chain held it already.</returns>
    /// <exception cref="StorageUnavailableException">Not written, as far as the store knows.</exception>
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

        // Unsafe: the writer lives on after the request that woke it, and is no part of its trace.
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
            catch (Exception fault) // a document that turns up all the same is met as a lost race by the next one
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
