using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <summary>How far the choice of a set has come, in all or inside one office.</summary>
/// <param name="Least">How many the letter asks for at least.</param>
/// <param name="Lacking">Units of the set above in which fewer are chosen than the letter asks for.</param>
/// <param name="Parents">Units of the set above, which hold the places.</param>
/// <param name="DueDays">Days on which the tasks of these units are due, in order.</param>
public sealed record ChoiceProgress(
    UnitSet Set,
    int Chosen,
    int Least,
    IReadOnlyList<Unit> Lacking,
    IReadOnlyList<Unit> Parents,
    IReadOnlyList<DateOnly> DueDays
)
{
    public int Missing => Math.Max(0, Least - Chosen);

    public bool IsDone => Missing == 0 && Lacking.Count == 0;

    /// <summary>Pure.</summary>
    /// <param name="scope">Code of the office; empty = everywhere. The number that the letter asks for in all is no office's own.</param>
    public static ChoiceProgress Of(
        LaunchedCampaign campaign,
        UnitSet set,
        IReadOnlyDictionary<string, IReadOnlyList<Unit>> members,
        string scope
    )
    {
        var each = set.Chosen!.PerParent?.Min ?? 0;
        var parents = Choosers.Parents(members.GetValueOrDefault(set.Chosen.From, []), scope);
        List<Unit> units = [.. members[set.Id].Where(u => u.Code.StartsWith(scope, StringComparison.Ordinal))];
        return new(
            set,
            units.Count,
            Math.Max(scope.Length == 0 ? set.Count.Min ?? 0 : 0, each * parents.Count),
            [.. parents.Where(p => units.Count(u => p.Covers(u.Code)) < each)],
            parents,
            [
                .. campaign
                    .ManagedTasks.Where(t => string.Equals(t.Per, set.Id, StringComparison.Ordinal))
                    .Select(t => campaign.DueOf(t)?.LastDay)
                    .OfType<DateOnly>()
                    .Order(),
            ]
        );
    }
}
