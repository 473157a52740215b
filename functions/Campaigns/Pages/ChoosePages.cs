using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <summary>
/// The units that a letter leaves open: picked from the list of the register, or typed, villages by number and name. An administrator sees
/// all of them, an office those inside itself.
/// </summary>
public sealed class ChoosePages(UnitSets sets, ChooseUnits choose)
{
    public async Task<IResult> ShowAsync(PageVisit visit, string set, bool saved, CancellationToken ct) =>
        (await ViewAsync(visit, set, ct)).IsRefused(out var refused, out var view)
            ? Refuse(visit, refused)
            : Page(200, visit, view with { Saved = saved });

    public async Task<IResult> SaveAsync(PageVisit visit, string set, HttpContext http, CancellationToken ct)
    {
        if ((await ViewAsync(visit, set, ct)).IsRefused(out var refused, out var view))
            return Refuse(visit, refused);

        var form = await http.Request.ReadFormAsync(ct);
        if (!form.ContainsKey("was"))
            return Page(400, visit, view with { Refused = CommonProblems.Malformed() });

        var typed = view
            .Groups.Select(g => PlaceLines.Read(form[ChooseView.Input(g.Parent)].ToString(), g.Parent))
            .Append(PlaceLines.Read(form["places"].ToString(), null))
            .ToList();
        List<FieldError> unread = [.. typed.SelectMany(t => t.Errors)];
        var choices = form["unit"]
            .OfType<string>()
            .Select(code => new ChooseUnits.UnitChoice(code))
            .Concat(typed.SelectMany(t => t.Choices));
        var request = new ChooseUnits.Request([.. choices], form["was"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var outcome =
            unread.Count > 0
                ? CampaignProblems.UnitsRefused(unread)
                : await choose.RunAsync(visit.Campaign, set, request, visit.Caller, ct);
        if (outcome.IsRefused(out var problem, out _))
            return Page(problem.Status, visit, AsTyped(view, form) with { Refused = problem });

        return LocalAddress.SeeOther(
            http.Response,
            $"{Visits.Address(visit.Campaign.Id)}/programme/units/{Uri.EscapeDataString(set)}?saved=true"
        );
    }

    /// <summary>What was typed stays in the form, also what cannot be read.</summary>
    private static ChooseView AsTyped(ChooseView view, IFormCollection form) =>
        view with
        {
            Ticked = form["unit"].OfType<string>().ToHashSet(StringComparer.Ordinal),
            Groups = [.. view.Groups.Select(g => g with { Typed = form[ChooseView.Input(g.Parent)].ToString() })],
            Unlisted = form["places"].ToString(),
            Was = form["was"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };

    private async Task<Outcome<ChooseView>> ViewAsync(PageVisit visit, string id, CancellationToken ct)
    {
        if (visit.Campaign.FindUnitSet(id) is not { Managed: true, Chosen: { } rule } set)
            return CampaignProblems.UnitSetNotFound(id);
        if (Choosers.ScopeOf(visit.Caller, visit.Campaign, rule) is not { } scope)
            return IdentityProblems.NotYours();

        var members = await sets.ReadAsync(visit.Campaign, ct);
        var progress = ChoiceProgress.Of(visit.Campaign, set, members, scope);
        List<Unit> chosen = [.. members[id].Where(u => u.Code.StartsWith(scope, StringComparison.Ordinal))];
        List<ChooseGroup> groups = [.. progress.Parents.Select(p => Group(set, p, scope, chosen))];
        var shown = groups.SelectMany(g => g.Places.Select(p => p.Code)).ToHashSet(StringComparer.Ordinal);
        var typed = groups.Where(g => g.Places.Count == 0).Select(g => g.Parent).ToList();
        return new ChooseView(
            visit.Campaign,
            set,
            rule,
            progress,
            groups,
            chosen.Select(u => u.Code).ToHashSet(StringComparer.Ordinal),
            string.Join(
                "\n",
                chosen.Where(u => !shown.Contains(u.Code) && !typed.Exists(p => p.Covers(u.Code))).Select(u => PlaceLines.Of(u, null))
            ),
            [.. chosen.Select(u => u.Code)],
            scope.Length > 0
        );
    }

    private static ChooseGroup Group(UnitSet set, Unit parent, string scope, List<Unit> chosen)
    {
        var inside = chosen.Where(u => parent.Covers(u.Code)).ToList();
        return new(
            parent,
            [.. Areas.Within(parent.Code, set.Level).Where(a => a.Code.StartsWith(scope, StringComparison.Ordinal))],
            string.Join("\n", inside.Select(u => PlaceLines.Of(u, parent))),
            inside.Count
        );
    }

    private static IResult Refuse(PageVisit visit, Problem problem) =>
        problem.Status is 404 ? Message.Page(404, visit.Page, t => t.UnknownUnitSet) : Visits.NotHere(visit, problem);

    private static Page<ChoosePage, ChooseView> Page(int status, PageVisit visit, ChooseView view) => new(status, visit.Page, view);
}
