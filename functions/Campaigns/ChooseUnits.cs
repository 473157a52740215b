using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Campaigns;

/// <summary>Which of the codes have handed in something for a task of the set; given by the feature that keeps hand-ins.</summary>
public delegate Task<IReadOnlyList<string>> UnitsInUse(
    LaunchedCampaign campaign,
    string set,
    IReadOnlyList<string> codes,
    CancellationToken ct
);

/// <summary>
/// An administrator names the units of a set that the letter leaves open (the ten target tambons, the villages that
/// take part: Phayao, first paragraph and ข้อ ๒). Their obligations exist from then on.
/// </summary>
public sealed class ChooseUnits(UnitDirectory directory, UnitsInUse inUse, AuditTrail audit, TimeProvider clock)
{
    private const int Most = 5000;

    /// <param name="Th">
    /// Thai name. Needed for a village, because the embedded register lists none; other places get the register's name.
    /// </param>
    public sealed record UnitChoice(string Code, string? Th = null, string? En = null);

    public sealed record Request(IReadOnlyList<UnitChoice> Units);

    public sealed record Answer(string UnitSet, IReadOnlyList<ChosenUnit> Units);

    public async Task<Outcome<Answer>> RunAsync(LaunchedCampaign campaign, string set, Request request, Caller caller, CancellationToken ct)
    {
        if (campaign.FindUnitSet(set) is not { } unitSet)
            return CampaignProblems.UnitSetNotFound(set);
        if (unitSet.Chosen is not { } chosen)
            return CampaignProblems.UnitSetFixed(set);
        if (request.Units.Count > Most || request.Units.Any(u => u is null))
            return CommonProblems.Malformed();

        var parents = await directory.InAsync(campaign, chosen.From, ct);
        var (units, errors) = ChosenUnitRules.Read(unitSet, chosen, parents, request.Units);
        if (errors.Count > 0)
            return CampaignProblems.UnitsRefused(errors);

        var document = new ChosenUnitsDocument(units, clock.GetUtcNow(), caller.Link ?? caller.Subject);
        while (true)
        {
            var before = await directory.FindChosenAsync(campaign, set, ct);
            var dropped = Dropped(before, units);
            if (await RefuseDropAsync(campaign, set, dropped, ct) is { } held)
                return held;

            var deed = audit.Of(campaign.Id, caller, AuditDeed.UnitsChosen, set, $"units={units.Count} dropped={dropped.Count}");
            if (await directory.TryChooseAsync(campaign, set, before, document, deed, ct))
                return new Answer(set, units);
        }
    }

    /// <summary>Refuses to drop a unit that has a submission, or one inside which units of a lower set are chosen.</summary>
    private async Task<Problem?> RefuseDropAsync(LaunchedCampaign campaign, string set, List<string> dropped, CancellationToken ct)
    {
        var used = await inUse(campaign, set, dropped, ct);
        if (used.Count > 0)
            return CampaignProblems.UnitsInUse(used);

        var below = new List<Unit>();
        foreach (var dependent in campaign.Definition.UnitSets.Where(s => string.Equals(s.Chosen?.From, set, StringComparison.Ordinal)))
            below.AddRange(await directory.InAsync(campaign, dependent.Id, ct));

        var stranded = ChosenUnitRules.Stranded(dropped, below);
        return stranded.Count > 0 ? CampaignProblems.UnitsHoldOthers(stranded) : null;
    }

    private static List<string> Dropped(Document? before, IReadOnlyList<ChosenUnit> units) =>
        before is null
            ? []
            : [.. before.Read<ChosenUnitsDocument>().Units.Select(u => u.Code).Except(units.Select(u => u.Code), StringComparer.Ordinal)];
}
