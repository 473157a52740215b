using System.Security.Cryptography;
using System.Text;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>
/// Recognises a vote that is sent again without an attempt key, for ten to twenty minutes and in this process only: what
/// is remembered depends on the choices, so it is never stored, and is hashed under a key that ends with the process.
/// </summary>
public sealed class RecentVotes(TimeProvider clock)
{
    private const int Most = 100_000;
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(10);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _gate = new();
    private HashSet<UInt128> _now = [];
    private HashSet<UInt128> _before = [];
    private DateTimeOffset _turned = clock.GetUtcNow();

    public void Add(string envelope, string choices)
    {
        lock (_gate)
        {
            TurnOver();
            _now.Add(Mark(envelope, choices));
        }
    }

    public bool Knows(string envelope, string choices)
    {
        lock (_gate)
        {
            TurnOver();
            var mark = Mark(envelope, choices);
            return _now.Contains(mark) || _before.Contains(mark);
        }
    }

    private void TurnOver()
    {
        var now = clock.GetUtcNow();
        if (now - _turned < Turn && _now.Count < Most)
            return;

        _before = now - _turned < 2 * Turn ? _now : [];
        (_now, _turned) = ([], now);
    }

    private UInt128 Mark(string envelope, string choices) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(
            HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{envelope}|{choices}"))
        );
}
