using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>Pure: the clauses of letters that a part of the campaign rests on. Parts that are assumed or ours cite none.</summary>
public static class Clauses
{
    /// <summary>The clause alone, like ข้อ ๔, for a page that names the letter already; null when no letter states it.</summary>
    public static string? Of(IReadOnlyList<Citation> cited) => cited.FirstOrDefault(c => c.Basis is Basis.Stated)?.At;

    /// <summary>The letters with their clauses, in the order in which they are cited.</summary>
    public static IEnumerable<(Source Source, string At)> In(LaunchedCampaign campaign, IReadOnlyList<Citation> cited) =>
        cited
            .Where(c => c.Source is not null)
            .Select(c => (campaign.Definition.Sources.First(s => string.Equals(s.Id, c.Source, StringComparison.Ordinal)), c.At!));
}
