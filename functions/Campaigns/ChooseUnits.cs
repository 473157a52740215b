using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Campaigns;

/// <summary>Which of the codes have handed in something for a task of the set; given by the feature that keeps hand-ins.</summary>
public delegate Task<IReadOnlyList<string>> UnitsInUse(LaunchedCampaign campaign, string set, IReadOnlyList<string> codes, CancellationToken ct);

/// <summary>
/// An administrator names the units of a set that the letter leaves open (the ten target tambons, the villages that
/// take part: Phayao, first paragraph and ข้อ ๒). Their obligations exist from then on.
/// </summary>
public static class ChooseUnits
{
    private const int Most = 5000;

    /// <param name="Th">Needed for villages, which no national list here holds; other places are named by their code.</param>
    public sealed record UnitChoice(string Code, string? Th = null, string? En = null);

    public sealed record Request(IReadOnlyList<UnitChoice> Units);

    public sealed record Answer(string UnitSet, IReadOnlyList<ChosenUnit> Units);

    public static async Task<IResult> HandleAsync(
        string campaign, string set, Request request, CallerOf caller, CampaignCatalog catalog,
        UnitDirectory directory, UnitsInUse inUse, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Admin) is { } refusal)
            return refusal.ToResult();
        if (launched.FindUnitSet(set) is not { } unitSet)
            return CampaignProblems.UnitSetNotFound(set).ToResult();
        if (unitSet.Chosen is not { } chosen)
            return CampaignProblems.UnitSetFixed(set).ToResult();

        if (request.Units.Count > Most || request.Units.Any(u => u is null))
            return CommonProblems.Malformed().ToResult();

        var parents = await directory.InAsync(launched, chosen.From, ct);
        var (units, errors) = ChosenUnitRules.Read(unitSet, chosen, parents, request.Units);
        if (errors.Count > 0)
            return CampaignProblems.UnitsRefused(errors).ToResult();

        var document = new ChosenUnitsDocument(units, clock.GetUtcNow(), caller.Value!.Link ?? caller.Value.Subject);
        while (true)
        {
            var before = await directory.FindChosenAsync(launched, set, ct);
            var dropped = Dropped(before, units);
            if (await RefuseDropAsync(launched, set, dropped, directory, inUse, ct) is { } held)
                return held.ToResult();
            if (!await directory.TryChooseAsync(launched, set, before, document, ct))
                continue;

            await audit.AppendAsync(campaign, caller.Value, AuditDeed.UnitsChosen, set, $"units={units.Count} dropped={dropped.Count}");
            return TypedResults.Ok(new Answer(set, units));
        }
    }

    /// <summary>Neither what has handed in nor what holds units of a set below may go.</summary>
    private static async Task<Problem?> RefuseDropAsync(
        LaunchedCampaign campaign, string set, List<string> dropped, UnitDirectory directory, UnitsInUse inUse, CancellationToken ct)
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

    private static List<string> Dropped(Document? before, IReadOnlyList<ChosenUnit> units) => before is null
        ? []
        : [.. before.Read<ChosenUnitsDocument>().Units.Select(u => u.Code).Except(units.Select(u => u.Code), StringComparer.Ordinal)];
}
