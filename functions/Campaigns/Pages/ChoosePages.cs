using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <param name="Listed">Places of the register to tick, by the place they lie in; empty where the register lists none (villages).</param>
/// <param name="Chosen">Units that the form shows as chosen, by code: ticked in the list, or typed with a name.</param>
public sealed record ChooseView(
    LaunchedCampaign Campaign,
    UnitSet Set,
    ChosenUnits Rule,
    IReadOnlyList<(Unit Parent, IReadOnlyList<Area> Places)> Listed,
    IReadOnlyDictionary<string, Unit> Chosen
)
{
    public CampaignNames Names => new(Campaign.Definition);

    public Problem? Refused { get; init; }

    public int? Saved { get; init; }
}

/// <summary>
/// The administrator picks the units that a letter leaves open: from the list of the register, or villages by code and name.
/// </summary>
public sealed class ChoosePages(UnitSets sets, ChooseUnits choose)
{
    private static readonly char[] Blank = [' ', '\t'];

    public async Task<IResult> ShowAsync(PageVisit visit, string set, int? saved, CancellationToken ct)
    {
        return await ViewAsync(visit, set, ct) is { } view ? Page(200, visit, view with { Saved = saved }) : Unknown(visit);
    }

    public async Task<IResult> SaveAsync(PageVisit visit, string set, HttpContext http, CancellationToken ct)
    {
        if (await ViewAsync(visit, set, ct) is not { } view)
            return Unknown(visit);

        var form = await http.Request.ReadFormAsync(ct);
        var choices = form["unit"]
            .OfType<string>()
            .Select(code => new ChooseUnits.UnitChoice(code))
            .Concat(Lines(form["places"].ToString()))
            .Select(c => Known(c, view.Chosen.GetValueOrDefault(c.Code)))
            .ToList();
        if ((await choose.RunAsync(visit.Campaign, set, new(choices), visit.Caller, ct)).IsRefused(out var problem, out var answer))
        {
            var typed = choices
                .GroupBy(c => c.Code, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => new Unit(g.Key, view.Set.Level, g.First().Th ?? "", ""), StringComparer.Ordinal);
            return Page(problem.Status, visit, view with { Chosen = typed, Refused = problem });
        }

        http.Response.Headers.Location =
            $"{Visits.Address(visit.Campaign.Id)}/programme/units/{Uri.EscapeDataString(set)}?saved={answer.Units.Count}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The places that were typed: on each line a code and, after white space, a name. Thai digits are taken as well.</summary>
    internal static IEnumerable<ChooseUnits.UnitChoice> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(Blank, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => new ChooseUnits.UnitChoice(ThaiDigits.ToAscii(parts[0]), parts.Length > 1 ? parts[1] : null));

    /// <summary>A place that stays keeps the names it was chosen with.</summary>
    private static ChooseUnits.UnitChoice Known(ChooseUnits.UnitChoice choice, Unit? before) =>
        before is null ? choice : choice with { Th = choice.Th ?? before.Th, En = before.En };

    private async Task<ChooseView?> ViewAsync(PageVisit visit, string id, CancellationToken ct)
    {
        if (visit.Campaign.FindUnitSet(id) is not { Managed: true, Chosen: { } rule } set)
            return null;

        var members = await sets.ReadAsync(visit.Campaign, ct);
        var listed = members
            .GetValueOrDefault(rule.From, [])
            .Select(parent => (parent, Areas.Within(parent.Code, set.Level)))
            .Where(group => group.Item2.Count > 0)
            .ToList();
        return new(visit.Campaign, set, rule, listed, members[id].ToDictionary(u => u.Code, StringComparer.Ordinal));
    }

    private static IResult Unknown(PageVisit visit) => Message.Page(404, visit.Page, t => t.UnknownUnitSet);

    private static Page<ChoosePage, ChooseView> Page(int status, PageVisit visit, ChooseView view) => new(status, visit.Page, view);
}
