using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CddFunctions.Platform.Identity;

/// <summary>
/// Counts codes that are nobody's: by sender, by what they would have opened (a roll, a programme's links), and in total. A right code
/// is never counted and passes whatever the counts say, so nobody locks anybody out; above a limit the answer to a wrong one is the same,
/// but comes late, and the log says once an hour that somebody guesses. What keeps a guess from hitting is the length of the codes
/// (docs/votes.md has the arithmetic). The counts are in memory only, because addresses are not stored (docs/rules.md 2.4).
/// </summary>
public sealed class WrongCodes(TimeProvider clock, ILogger<WrongCodes> log)
{
    /// <summary>How late the answer to a wrong code comes above a limit.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    private const int MostOfSender = 20;
    private const int MostOfPlace = 500;
    private const int MostInTotal = 2000;
    private const int MostLate = 1000;
    private const int Kept = 100_000;
    private const string Total = "";
    private static readonly TimeSpan OneLess = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OneLessOfPlace = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan OneLessInTotal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SaidAgain = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (double Level, DateTimeOffset At)> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _said = new(StringComparer.Ordinal);
    private int _late;

    /// <summary>Counts a wrong code; the task ends when it is time to answer.</summary>
    public async Task CountAsync(string place, string sender, CancellationToken ct)
    {
        if (!IsOver(place, sender))
            return;

        // Answers that wait cost memory: of a flood most are not kept waiting.
        if (Interlocked.Increment(ref _late) <= MostLate)
        {
            try
            {
                await Task.Delay(Late, ct);
            }
            finally
            {
                Interlocked.Decrement(ref _late);
            }
        }
        else
        {
            Interlocked.Decrement(ref _late);
        }
    }

    /// <returns>True when this wrong code is one too many by any of the three counts.</returns>
    internal bool IsOver(string place, string sender)
    {
        if (_counts.Count > Kept)
            Forget();

        var ofSender = Add($"{place} {sender}", OneLess) > MostOfSender;
        var ofPlace = Add(place, OneLessOfPlace) > MostOfPlace;
        var inTotal = Add(Total, OneLessInTotal) > MostInTotal;
        if (ofPlace || inTotal)
            Say(ofPlace ? place : "all codes");
        return ofSender || ofPlace || inTotal;
    }

    /// <summary>
    /// The sender: an IPv6 network of 64 bits is one, because whoever has one address of it has all. Behind a proxy it is the address
    /// that the proxy names, if <see cref="Http.ProxyOptions"/> says so.
    /// </summary>
    public static string SenderOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : address.ToString();
    }

    private double Add(string key, TimeSpan oneLess) =>
        _counts
            .AddOrUpdate(key, _ => (1, clock.GetUtcNow()), (_, count) => (Math.Max(0, Now(count, oneLess)) + 1, clock.GetUtcNow()))
            .Level;

    private double Now((double Level, DateTimeOffset At) count, TimeSpan oneLess) =>
        count.Level - ((clock.GetUtcNow() - count.At) / oneLess);

    private void Forget()
    {
        foreach (var (key, count) in _counts)
        {
            if (Now(count, OneLess) <= 0)
                _counts.TryRemove(key, out _);
        }
    }

    private void Say(string place)
    {
        var now = clock.GetUtcNow();
        var before = _said.GetOrAdd(place, DateTimeOffset.MinValue);
        if (now - before >= SaidAgain && _said.TryUpdate(place, now, before))
            log.LogWarning("Somebody guesses codes of {Thing}: wrong ones are answered late, right ones pass as ever", place);
    }
}
