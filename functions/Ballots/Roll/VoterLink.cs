using System.Buffers.Text;
using System.Security.Cryptography;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Roll;

/// <summary>Who votes: the roll entry that a capability names, and the issue of the code it was opened with.</summary>
/// <param name="Generation">Null for a link that an administrator made for the entry itself; such a link is revoked as a link.</param>
public sealed record Voter(ulong Key, int? Generation);

/// <summary>Pure: capabilities of voters. All of a ballot share one link, so that a sign-in leaves no trace with a time.</summary>
public static class VoterLink
{
    private const char Separator = '.';

    public static string Id(BallotTarget target) => $"voters-{target.Ballot.Id}";

    /// <summary>
    /// When the capabilities end: 60 days after the first close, which outlasts every extension. After the close votes are
    /// refused all the same.
    /// </summary>
    public static DateTimeOffset Expiry(BallotTarget target) => BallotWindow.Of(target.Campaign, target.Ballot).Closes.AddDays(60);

    /// <summary>The capability of one sign-in: its random number tells it from any other sign-in with the same code.</summary>
    public static Capability For(BallotTarget target, Voter voter) =>
        new(
            Id(target),
            target.Campaign.Id,
            CallerRole.Voter,
            $"{RollEntry.Text(voter.Key)}{Separator}{voter.Generation}",
            VoterLink.Expiry(target).ToUnixTimeSeconds(),
            N: Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))
        );

    /// <summary>What tells this holder of the capability from any other: the sign-in, or a link of the entry's own.</summary>
    public static string? Session(Caller caller) => caller.Session ?? (Read(caller) is { Generation: null } ? caller.Link : null);

    /// <returns>Null when the subject is no entry of a roll.</returns>
    public static Voter? Read(Caller caller)
    {
        var parts = caller.Subject.Split(Separator);
        if (RollEntry.Parse(parts[0]) is not { } key || parts.Length > 2)
            return null;
        if (parts.Length == 1)
            return new(key, null);
        return int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var generation) ? new(key, generation) : null;
    }
}
