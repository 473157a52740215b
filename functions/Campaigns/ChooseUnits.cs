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
/// An administrator, or each office its own, names the units of a set that the letter leaves open (the ten target tambons, the villages
/// that take part: Phayao, first paragraph and ข้อ ๒). What is chosen owes from then on (docs/rules.md 2.3, rule 5); the rest may follow.
/// </summary>
public sealed class ChooseUnits(UnitDirectory directory, UnitsInUse inUse, AuditTrail audit, TimeProvider clock)
{
    private const int Most = 5000;

    /// <param name="Th">
    /// Thai name. Needed for a village, because the embedded register lists none; other places get the register's name.
    /// </param>
    public sealed record UnitChoice(string Code, string? Th = null, string? En = null);

    /// <param name="Units">All units that shall be chosen; for an office those inside it.</param>
    /// <param name="Was">
    /// Codes that were chosen when the sender looked. What somebody else has added since then stays. Null = the list as it is now.
    /// </param>
    public sealed record Request(IReadOnlyList<UnitChoice> Units, IReadOnlyList<string>? Was = null);

    public sealed record Answer(string UnitSet, IReadOnlyList<ChosenUnit> Units);

    /// <summary>One try: what to write, and what that takes out.</summary>
    private sealed record Plan(Document? Before, IReadOnlyList<ChosenUnit> Units, IReadOnlyList<ChosenUnit> Dropped);

    public async Task<Outcome<Answer>> RunAsync(LaunchedCampaign campaign, string set, Request request, Caller caller, CancellationToken ct)
    {
        if (campaign.FindUnitSet(set) is not { } unitSet)
            return CampaignProblems.UnitSetNotFound(set);
        if (unitSet.Chosen is not { } chosen)
            return CampaignProblems.UnitSetFixed(set);
        if (Choosers.ScopeOf(caller, campaign, chosen) is not { } scope)
            return IdentityProblems.NotYours();
        if (request.Units.Count > Most || request.Units.Any(u => u is null) || request.Was?.Any(c => c is null) is true)
            return CommonProblems.Malformed();

        Problem? late = null;
        while (true)
        {
            if ((await PlanAsync(campaign, unitSet, chosen, request, scope, ct)).IsRefused(out var refusal, out var plan))
                return refusal;

            var document = new ChosenUnitsDocument(plan.Units, clock.GetUtcNow(), caller.By);
            var deed = audit.Of(campaign.Id, caller, AuditDeed.UnitsChosen, set, $"units={plan.Units.Count} dropped={plan.Dropped.Count}");
            if (!await directory.TryChooseAsync(campaign, set, plan.Before, document, deed, ct))
                continue;
            if (late is not null)
                return late;
            if (await RefuseDropAsync(campaign, set, plan.Dropped, ct) is not { } held)
                return new Answer(set, plan.Units);

            // Something was handed in, or named inside, while this was written: what was taken out is chosen again.
            late = held;
            request = request with { Units = [.. request.Units, .. plan.Dropped.Select(u => new UnitChoice(u.Code, u.Th, u.En))] };
        }
    }

    private async Task<Outcome<Plan>> PlanAsync(
        LaunchedCampaign campaign,
        UnitSet set,
        ChosenUnits chosen,
        Request request,
        string scope,
        CancellationToken ct
    )
    {
        var parents = await directory.InAsync(campaign, chosen.From, ct);
        var before = await directory.FindChosenAsync(campaign, set.Id, ct);
        IReadOnlyList<ChosenUnit> now = before?.Read<ChosenUnitsDocument>().Units ?? [];
        List<ChosenUnit> kept = [.. now.Where(u => !IsInScope(u.Code) || request.Was?.Contains(u.Code, StringComparer.Ordinal) is false)];
        var (units, errors) = ChosenUnitRules.Read(set, chosen, parents, [.. request.Units.Select(c => Known(c, now))], kept, scope);
        if (errors.Count > 0)
            return CampaignProblems.UnitsRefused(errors);

        List<ChosenUnit> dropped = [.. now.ExceptBy(units.Select(u => u.Code), u => u.Code, StringComparer.Ordinal)];
        return await RefuseDropAsync(campaign, set.Id, dropped, ct) is { } held ? held : new Plan(before, units, dropped);

        bool IsInScope(string code) => code.StartsWith(scope, StringComparison.Ordinal);
    }

    /// <summary>A place that stays keeps the names it was chosen with.</summary>
    private static UnitChoice Known(UnitChoice choice, IReadOnlyList<ChosenUnit> now)
    {
        var code = ChosenUnitRules.CodeOf(choice);
        var was = now.FirstOrDefault(u => string.Equals(u.Code, code, StringComparison.Ordinal));
        return was is not null && (choice.Th is null || string.Equals(choice.Th, was.Th, StringComparison.Ordinal))
            ? choice with
            {
                Th = was.Th,
                En = choice.En ?? was.En,
            }
            : choice;
    }

    /// <summary>Refuses to drop a unit that has a submission, or one inside which units of a lower set are chosen.</summary>
    private async Task<Problem?> RefuseDropAsync(
        LaunchedCampaign campaign,
        string set,
        IReadOnlyList<ChosenUnit> dropped,
        CancellationToken ct
    )
    {
        List<string> codes = [.. dropped.Select(u => u.Code)];
        var used = await inUse(campaign, set, codes, ct);
        if (used.Count > 0)
            return CampaignProblems.UnitsInUse([.. dropped.Where(u => used.Contains(u.Code, StringComparer.Ordinal))]);

        var below = new List<Unit>();
        foreach (var dependent in campaign.Definition.UnitSets.Where(s => string.Equals(s.Chosen?.From, set, StringComparison.Ordinal)))
            below.AddRange(await directory.InAsync(campaign, dependent.Id, ct));

        var stranded = ChosenUnitRules.Stranded(codes, below);
        return stranded.Count > 0 ? CampaignProblems.UnitsHoldOthers(stranded) : null;
    }
}
