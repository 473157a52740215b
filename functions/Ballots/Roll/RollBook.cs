using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace CddFunctions.Ballots.Roll;

/// <summary>
/// A frozen roll in memory, with its additions: who is on it, who stands, whose first code hashes to what. About 250 bytes
/// a voter. Codes themselves are kept nowhere: they are derived when slips are printed.
/// </summary>
public sealed class RollBook
{
    private readonly Dictionary<ulong, RollEntry> _entries = [];
    private readonly HashSet<ulong> _candidates = [];
    private readonly Dictionary<ulong, ulong> _codes = [];

    public IReadOnlyCollection<RollEntry> Entries => _entries.Values;

    /// <summary>Who may be voted for, in the order of the roll.</summary>
    public IEnumerable<RollEntry> Candidates => _entries.Where(e => _candidates.Contains(e.Key)).Select(e => e.Value);

    public RollEntry? Find(ulong key) => _entries.GetValueOrDefault(key);

    public bool Stands(ulong key) => _candidates.Contains(key);

    /// <summary>
    /// The entry whose first code may have this hash; null when there is none. Only the first 8 bytes of the hash are compared here,
    /// so the caller has to compare the whole hash.
    /// </summary>
    public ulong? Holder(ReadOnlySpan<byte> codeHash) =>
        _codes.TryGetValue(BinaryPrimitives.ReadUInt64BigEndian(codeHash), out var key) ? key : null;

    internal void Add(RollEntry entry, bool stands, ReadOnlySpan<byte> codeHash)
    {
        var key = entry.Key;
        _entries[key] = entry;
        if (stands)
            _candidates.Add(key);
        _codes[BinaryPrimitives.ReadUInt64BigEndian(codeHash)] = key;
    }
}

/// <summary>Reads frozen rolls once, and again when voters were added.</summary>
public sealed class RollBooks(RollStore store, BallotKeys keys)
{
    private readonly ConcurrentDictionary<string, (string Version, Lazy<Task<RollBook>> Book)> _books = new(StringComparer.Ordinal);

    public async Task<RollBook> OfAsync(BallotTarget target, LiveBallot ballot, CancellationToken ct)
    {
        var version = string.Join(' ', (ballot.State.Additions ?? []).Select(a => a.Version).Prepend(ballot.State.Roll!.Version));
        var kept = _books.AddOrUpdate(
            target.Name,
            _ => (version, New(target, ballot)),
            (_, old) =>
                string.Equals(old.Version, version, StringComparison.Ordinal) && !old.Book.Value.IsFaulted
                    ? old
                    : (version, New(target, ballot))
        );
        return await kept.Book.Value.WaitAsync(ct);
    }

    // All requests that wait share this read, so the cancellation of one of them must not cancel it.
    private Lazy<Task<RollBook>> New(BallotTarget target, LiveBallot ballot) => new(() => ReadAsync(target, ballot.State));

    private async Task<RollBook> ReadAsync(BallotTarget target, BallotState state)
    {
        var book = new RollBook();
        var withdrawn = (state.Frozen?.Withdrawn ?? []).ToHashSet(StringComparer.Ordinal);
        await foreach (var entry in store.EachAsync(target, state.Roll!.Version, state.Roll.Chunks, CancellationToken.None))
            book.Add(entry, !withdrawn.Contains(entry.Id), FirstCode(target, entry));
        foreach (var addition in state.Additions ?? [])
        {
            await foreach (var entry in store.EachAsync(target, addition.Version, addition.Chunks, CancellationToken.None))
                book.Add(entry, addition.Stand, FirstCode(target, entry));
        }

        return book;
    }

    private byte[] FirstCode(BallotTarget target, RollEntry entry) =>
        keys.CodeHash(target, VoterCode.From(keys.CodeOf(target, entry.Key, 0)));
}
