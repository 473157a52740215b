using System.Security.Cryptography;
using System.Text;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Ballots.Tally;

/// <summary>Pure: who wins a contest, and what decides when more people than seats have the same number of votes.</summary>
public static class TieRules
{
    public const string Share = "share";
    public const string Lot = "lot";

    /// <summary>Said instead of the rule when more than 100 people are equal and no lot decides: none of them wins.</summary>
    public const string TooMany = "too-many";

    private const int MostSharing = 100;

    private const string Chair = "chair";

    /// <param name="ranked">Everybody with at least one vote.</param>
    /// <param name="seed">Hash of the sorted receipts, which anybody can compute again.</param>
    public static (IReadOnlyList<Placed> Winners, Tie? Tie) Decide(
        Contest contest,
        IEnumerable<Placed> ranked,
        IReadOnlyList<TieBreak> rules,
        string seed
    )
    {
        var winners = new List<Placed>();
        var groups = ranked.GroupBy(p => p.Votes).OrderByDescending(g => g.Key);
        foreach (var group in groups)
        {
            List<Placed> equal = [.. group.OrderBy(p => p.Id, StringComparer.Ordinal)];
            var seats = contest.Seats - winners.Count;
            if (seats <= 0)
                break;
            if (equal.Count > seats)
                return Break(contest, winners, equal, seats, rules.Count > 0 ? rules[0].Rule : Chair, seed);

            winners.AddRange(equal);
        }

        return (winners, null);
    }

    private static (IReadOnlyList<Placed> Winners, Tie Tie) Break(
        Contest contest,
        List<Placed> clear,
        List<Placed> equal,
        int seats,
        string rule,
        string seed
    ) =>
        rule switch
        {
            Lot => (
                [.. clear, .. equal.OrderBy(p => Draw(seed, contest.Id, p.Id), StringComparer.Ordinal).Take(seats)],
                new(Lot, equal.Count, Named(equal), seats)
            ),
            _ when equal.Count > MostSharing => (clear, new(TooMany, equal.Count, [], seats)),
            Share => ([.. clear, .. equal], new(Share, equal.Count, equal, seats)),
            _ => (clear, new(rule, equal.Count, equal, seats, Open: true)),
        };

    /// <summary>The people of a tie. More than 100 are not listed, because a result is one document of limited size.</summary>
    private static List<Placed> Named(List<Placed> equal) => equal.Count > MostSharing ? [] : equal;

    /// <summary>The smallest SHA-256 of <c>seed|contest|candidate</c> (lower-case hexadecimal) is drawn first.</summary>
    public static string Draw(string seed, string contest, string candidate) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{contest}|{candidate}")));
}
