using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>
/// The receipts of all envelopes that this application made, sorted. Voters find the one that they kept; the list tells nothing else
/// about anybody.
/// </summary>
public sealed class Receipts(EnvelopeStore envelopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<(DateTimeOffset At, UInt128[] Numbers)>>> _lists = new(StringComparer.Ordinal);

    /// <summary>
    /// The list after the close. It is kept in memory for a minute, and for good once it is as long as the tally says, because its
    /// address is public and a request must not read the whole store.
    /// </summary>
    public async Task<IReadOnlyList<UInt128>> OfAsync(BallotTarget target, LiveBallot ballot, CancellationToken ct)
    {
        var list = _lists.GetOrAdd(target.Name, _ => New(target));
        var final = ballot.State.Tally is not null;
        if (
            list.Value is { IsCompleted: true } done
            && (
                !done.IsCompletedSuccessfully
                || (done.Result.At + Fresh < clock.GetUtcNow() && !(final && done.Result.Numbers.Length == ballot.State.Tally!.Own))
            )
        )
            list = _lists[target.Name] = New(target);

        return (await list.Value.WaitAsync(ct)).Numbers;
    }

    /// <summary>SHA-256 of the sorted receipts, one to a line. Lots are drawn with it, and anybody can compute it again.</summary>
    public static string Hash(IEnumerable<UInt128> sorted)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var number in sorted)
            hash.AppendData(Encoding.ASCII.GetBytes(VoteReceipt.Text(number) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads the list from the store, not from memory.</summary>
    public async Task<UInt128[]> ReadAsync(BallotTarget target, CancellationToken ct)
    {
        var numbers = new List<UInt128>();
        await foreach (var document in envelopes.EachAsync(target, ct))
        {
            if (envelopes.Check(target, document) is { } own)
                numbers.Add(VoteReceipt.Number(own.Envelope.Receipt));
        }

        numbers.Sort();
        return [.. numbers];
    }

    // All requests that wait share this read, so the cancellation of one of them must not cancel it.
    private Lazy<Task<(DateTimeOffset At, UInt128[] Numbers)>> New(BallotTarget target) =>
        new(async () => (clock.GetUtcNow(), await ReadAsync(target, CancellationToken.None)));
}
