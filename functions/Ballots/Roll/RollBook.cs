using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text.Json;

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

    private readonly Lazy<HashSet<UInt128>> _tags;

    /// <param name="tagOf">Tag of the envelope of an entry; asked for every entry when the first envelope is looked up.</param>
    public RollBook(Func<ulong, byte[]> tagOf) =>
        _tags = new(() => [.. _entries.Keys.Select(k => BinaryPrimitives.ReadUInt128BigEndian(tagOf(k)))]);

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

    /// <summary>True when an envelope of this tag belongs to somebody on the roll. 16 of its 32 bytes are kept for that.</summary>
    public bool HasTag(ReadOnlySpan<byte> tag) => _tags.Value.Contains(BinaryPrimitives.ReadUInt128BigEndian(tag));

    internal void Add(RollEntry entry, bool stands, ReadOnlySpan<byte> codeHash)
    {
        var key = entry.Key;
        _entries[key] = entry;
        if (stands)
            _candidates.Add(key);
        _codes[BinaryPrimitives.ReadUInt64BigEndian(codeHash)] = key;
    }
}

/// <summary>Reads rolls once, and again when voters were added or candidates withdrew.</summary>
public sealed class RollBooks(RollStore store, BallotKeys keys)
{
    private readonly ConcurrentDictionary<string, (string Version, Lazy<Task<RollBook>> Book)> _books = new(StringComparer.Ordinal);

    public async Task<RollBook> OfAsync(BallotTarget target, LiveBallot ballot, CancellationToken ct)
    {
        var version = Version(ballot.State);
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

    /// <summary>Names all that a book is made of: a freeze makes another one, because it takes withdrawn people off.</summary>
    private static string Version(BallotState state) =>
        string.Join(' ', [state.Roll!.Version, .. (state.Additions ?? []).Select(a => a.Version), .. state.Frozen?.Withdrawn ?? []]);

    // All requests that wait share this read, so the cancellation of one of them must not cancel it.
    private Lazy<Task<RollBook>> New(BallotTarget target, LiveBallot ballot) => new(() => ReadAsync(target, ballot.State));

    private async Task<RollBook> ReadAsync(BallotTarget target, BallotState state)
    {
        var book = new RollBook(voter => keys.VoterTag(target, voter));
        var withdrawn = (state.Frozen?.Withdrawn ?? []).ToHashSet(StringComparer.Ordinal);
        var roll = state.Roll!;
        foreach (var entry in await EntriesAsync(target, roll.Version, roll.Chunks, "", roll.Hash))
            book.Add(entry, !withdrawn.Contains(entry.Id), FirstCode(target, entry));
        var before = roll.Hash;
        foreach (var addition in state.Additions ?? [])
        {
            foreach (var entry in await EntriesAsync(target, addition.Version, addition.Chunks, before, addition.Hash))
                book.Add(entry, addition.Stand, FirstCode(target, entry));
            before = addition.Hash;
        }

        return book;
    }

    /// <summary>A part of the roll whose hash is the one in the ballot's guarded state.</summary>
    private async Task<List<RollEntry>> EntriesAsync(BallotTarget target, string version, int chunks, string before, string hash)
    {
        try
        {
            var entries = await store.EachAsync(target, version, chunks, CancellationToken.None).ToListAsync();
            if (string.Equals(RollEntry.Hash(target.Name, before, entries), hash, StringComparison.Ordinal))
                return entries;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) { } // rows that are no rows, or are gone

        throw new BallotAlteredException(GuardProblems.Altered());
    }

    private byte[] FirstCode(BallotTarget target, RollEntry entry) =>
        keys.CodeHash(target, VoterCode.From(keys.CodeOf(target, entry.Key, 0)));
}
