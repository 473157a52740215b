using CddFunctions.Campaigns.Checks;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <summary>
/// What a campaign must mean, beyond its shape: rules V1–V16 (docs/rules.md 2.6). All rules run, whatever the
/// others find, so one pass names everything.
/// </summary>
public static class CampaignChecker
{
    private static readonly IReadOnlyList<Func<Definition, IEnumerable<Fault>>> Rules =
    [
        V01UniqueIds.Check,
        V02References.Check,
        V02Superiors.Check,
        V03Units.Check,
        V03UnitSets.Check,
        V04Rosters.Check,
        V05Fields.Check,
        V05FormRules.Check,
        V06Choices.Check,
        V07Dates.Check,
        V07Order.Check,
        V08PrintedDates.Check,
        V08Calendar.Check,
        V09Arithmetic.Check,
        V10Rubrics.Check,
        V11Rounds.Check,
        V12Ballots.Check,
        V13Counts.Check,
        V14Exports.Check,
        V14PersonalText.Check,
        V15Pointers.Check,
        V16Clauses.Check,
    ];

    public static IReadOnlyList<Fault> Check(Campaign campaign)
    {
        var definition = new Definition(campaign);
        return [.. Rules.SelectMany(rule => rule(definition))];
    }
}
