using System.Collections.Concurrent;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>
/// How many may vote and how many have voted. While a ballot is open nothing else is shown: no office, no contest, no
/// person (docs/rules.md 2.4).
/// </summary>
public sealed record TurnoutAnswer(int Eligible, int Voted);

/// <summary>
/// Counts envelopes by following each shard's change feed from where the last question ended: one small read per shard,
/// and one number per shard in memory. Envelopes are only created before the tally, so each comes once.
/// </summary>
public sealed class Turnout(EnvelopeStore envelopes, SeenClosed closed)
{
    private sealed class Counter
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public (string? Continuation, int Count)[] Shards { get; } = new (string?, int)[EnvelopeStore.Shards];
    }

    private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.Ordinal);

    public async Task<TurnoutAnswer> OfAsync(BallotTarget target, LiveBallot ballot, CancellationToken ct)
    {
        await closed.NoteAsync(target, ballot, ct);
        return new(ballot.State.Voters, ballot.State.Tally?.Voted ?? await CountAsync(target, ballot, ct));
    }

    public async Task<int> CountAsync(BallotTarget target, LiveBallot ballot, CancellationToken ct)
    {
        // Taking over a ballot writes its envelopes once more, so they are counted from the beginning then.
        var counter = _counters.GetOrAdd($"{target.Name}|{ballot.State.Adopted?.At.Ticks}", _ => new());
        await counter.Gate.WaitAsync(ct);
        try
        {
            for (var shard = 0; shard < EnvelopeStore.Shards; shard++)
                counter.Shards[shard] = await FollowAsync(target, shard, counter.Shards[shard], ct);
            return counter.Shards.Sum(s => s.Count);
        }
        finally
        {
            counter.Gate.Release();
        }
    }

    private async Task<(string? Continuation, int Count)> FollowAsync(
        BallotTarget target,
        int shard,
        (string? Continuation, int Count) from,
        CancellationToken ct
    )
    {
        while (true)
        {
            var page = await envelopes.ChangesAsync(target, shard, from.Continuation, ct);
            from = (page.Continuation, from.Count + page.Documents.Count);
            if (page.Documents.Count == 0)
                return from;
        }
    }
}
