using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Links;

/// <summary>An office that owes something, and how many rows of the board are its.</summary>
/// <param name="HandedIn">How many of those rows have something handed in.</param>
public sealed record Office(string Code, string Level, Text Name, int Owes, int HandedIn);

/// <summary>Pure: which offices need a link. The counterpart of <see cref="Submissions.Access.Covers"/>.</summary>
public static class Offices
{
    /// <summary>
    /// The office of a row is the unit itself, or, where the task is owed by an office of a higher level, that office: the
    /// district hands in for its tambons (Phayao ข้อ ๔). In the order of their codes.
    /// </summary>
    public static IReadOnlyList<Office> Of(LaunchedCampaign campaign, IEnumerable<Obligation> rows, Func<string, Unit?> find) =>
        [
            .. rows.GroupBy(r => OfficeOf(campaign, r), StringComparer.Ordinal)
                .Select(g => new Office(
                    g.Key,
                    Areas.LevelOf(g.Key) ?? "",
                    find(g.Key)?.Name ?? new(g.Key, g.Key),
                    g.Count(),
                    g.Count(r => r.SubmittedAt is not null)
                ))
                .OrderBy(o => o.Code, StringComparer.Ordinal),
        ];

    private static string OfficeOf(LaunchedCampaign campaign, Obligation row)
    {
        var level = campaign.OwnerOf(campaign.FindTask(row.Task)!).Level;
        return Enumerable
                .Range(1, row.Unit.Length - 1)
                .Select(length => row.Unit[..length])
                .FirstOrDefault(code => string.Equals(Areas.LevelOf(code), level, StringComparison.Ordinal))
            ?? row.Unit;
    }
}
