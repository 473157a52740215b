using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CddFunctions.Ballots.Roll;

/// <summary>
/// Slows down the guessing of codes. Wrong codes are counted per address and per roll, and both counts fall again with time.
/// An address waits from its 20th wrong code on; while the count of the roll is above 500, from its third on.
/// An address that has sent no wrong code never waits, so voters are not locked out by somebody else's guessing. The counts
/// are in memory only, because addresses are not stored (docs/rules.md 2.4).
/// </summary>
public sealed class WrongCodes(TimeProvider clock)
{
    private const int Most = 20;
    private const int MostUnderAttack = 3;
    private const int Attack = 500;
    private const int Addresses = 100_000;
    private static readonly TimeSpan OneLess = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OneLessOfRoll = TimeSpan.FromSeconds(7);

    private readonly ConcurrentDictionary<string, (double Level, DateTimeOffset At)> _counts = new(StringComparer.Ordinal);

    /// <returns>How long this address has to wait; null when it may try.</returns>
    public TimeSpan? Wait(string roll, string address)
    {
        var most = Level(roll, OneLessOfRoll) > Attack ? MostUnderAttack : Most;
        var over = Level($"{roll} {address}", OneLess) - most + 1;
        return over > 0 ? TimeSpan.FromSeconds(Math.Max(1, over * OneLess.TotalSeconds)) : null;
    }

    public void Count(string roll, string address)
    {
        if (_counts.Count > Addresses)
            Forget();
        Add(roll, OneLessOfRoll);
        Add($"{roll} {address}", OneLess);
    }

    /// <summary>
    /// The sender: as the proxy on this machine names it, else the connection's own. An IPv6 network of 64 bits is one
    /// sender, because whoever has one address of it has all.
    /// </summary>
    public static string AddressOf(HttpContext http)
    {
        var own = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var named = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        var address =
            IPAddress.IsLoopback(own) && IPAddress.TryParse(named.Split(':') is [var v4, _] ? v4 : named, out var forwarded)
                ? forwarded
                : own;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : address.ToString();
    }

    private double Level(string key, TimeSpan oneLess) => _counts.TryGetValue(key, out var count) ? Now(count, oneLess) : 0;

    private void Add(string key, TimeSpan oneLess) =>
        _counts.AddOrUpdate(key, _ => (1, clock.GetUtcNow()), (_, count) => (Now(count, oneLess) + 1, clock.GetUtcNow()));

    private double Now((double Level, DateTimeOffset At) count, TimeSpan oneLess) =>
        Math.Max(0, count.Level - ((clock.GetUtcNow() - count.At) / oneLess));

    private void Forget()
    {
        foreach (var (key, count) in _counts)
        {
            if (Now(count, OneLess) <= 0)
                _counts.TryRemove(key, out _);
        }
    }
}
