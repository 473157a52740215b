using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>Where several processes share the store, how long one waits at most, at random, between two documents of a chain.</summary>
/// <remarks>Without it the process that wrote last is always the quickest to write again, and the others never get a turn.</remarks>
public sealed record AuditPace(TimeSpan Pause)
{
    public static readonly AuditPace Alone = new(TimeSpan.Zero);

    /// <summary>About three times what a write to Cosmos DB takes within its region: long enough to read the end and write behind it.</summary>
    public static readonly AuditPace Shared = new(TimeSpan.FromMilliseconds(30));
}

/// <summary>
/// Writes the chain of one programme. Whoever comes while a document is being written waits for the next one, which takes
/// all who wait; nobody waits for a timer. Another process that takes the same number first is found and gone behind.
/// </summary>
internal sealed class AuditWriter(string campaign, IDocuments documents, AuditPace pace)
{
    private const int MostWaiting = 20_000;

    /// <summary>Numbers that other processes may take from us, one after the other, before the store counts as too busy.</summary>
    private const int MostTries = 100;

    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _queue = [];
    private AuditAnchor? _end;
    private bool _running;

    /// <summary>Nobody's going away takes an entry back: what it tells has been done.</summary>
    /// <exception cref="StorageUnavailableException">Not written, as far as the store knows.</exception>
    public Task<AuditEntry> AppendAsync(AuditAct act, DateTimeOffset at)
    {
        var waiting = new Waiting(act, at);
        lock (_gate)
        {
            if (_queue.Count >= MostWaiting)
                throw new StorageUnavailableException($"{MostWaiting} entries already wait for the audit of {campaign}.");

            _queue.Enqueue(waiting);
            if (_running)
                return waiting.Written;
            _running = true;
        }

        // Unsafe: the writer lives on after the request that woke it, and is no part of its trace.
        ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.RunAsync(), this, preferLocal: false);
        return waiting.Written;
    }

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                var entries = await WriteAsync(batch);
                foreach (var (i, waiting) in batch.Index())
                    waiting.Complete(entries[i]);
            }
            catch (Exception fault) // a document that turns up all the same is met as a lost race by the next one
            {
                batch.ForEach(waiting => waiting.Fail(fault));
            }

            if (pace.Pause > TimeSpan.Zero)
                await Task.Delay(pace.Pause * Random.Shared.NextDouble(), TimeProvider.System); // real time, also in a rehearsal
        }
    }

    private List<Waiting> Take()
    {
        lock (_gate)
        {
            var batch = new List<Waiting>();
            while (batch.Count < AuditBlock.MostEntries && _queue.TryDequeue(out var waiting))
                batch.Add(waiting);
            _running = batch.Count > 0;
            return batch;
        }
    }

    private async Task<List<AuditEntry>> WriteAsync(List<Waiting> batch)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            _end ??= await EndAsync(campaign, documents, CancellationToken.None);
            var entries = Chain(_end, batch);
            var body = new AuditDocument(entries).ToBody();
            if (await documents.TryCreateAsync(AuditBlock.Partition(campaign), AuditBlock.Id(entries[0].Number), body, CancellationToken.None) is not null)
            {
                _end = new(entries[^1].Number, entries[^1].Hash);
                return entries;
            }

            _end = null;
        }

        throw new StorageUnavailableException($"Other processes were first {MostTries} times to write the audit of {campaign}.");
    }

    private List<AuditEntry> Chain(AuditAnchor end, List<Waiting> batch)
    {
        var entries = new List<AuditEntry>(batch.Count);
        foreach (var waiting in batch)
        {
            var entry = AuditEntry.After(campaign, end.Entry + 1, end.Hash, waiting.Act, waiting.At);
            entries.Add(entry);
            end = new(entry.Number, entry.Hash);
        }

        return entries;
    }

    public static async Task<AuditAnchor> EndAsync(string campaign, IDocuments documents, CancellationToken ct) =>
        (await documents.ListAsync(AuditBlock.Partition(campaign), null, 1, ct)).Documents is [var newest] ? AuditBlock.Read(newest).End : AuditAnchor.Start;

    private sealed class Waiting(AuditAct act, DateTimeOffset at)
    {
        // asynchronous: a request must not go on inside the writer
        private readonly TaskCompletionSource<AuditEntry> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public AuditAct Act => act;

        public DateTimeOffset At => at;

        public Task<AuditEntry> Written => _written.Task;

        public void Complete(AuditEntry entry) => _written.SetResult(entry);

        public void Fail(Exception fault) => _written.SetException(fault);
    }
}
