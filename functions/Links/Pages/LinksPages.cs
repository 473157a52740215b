using System.Globalization;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;
using CddFunctions.Web;

namespace CddFunctions.Links.Pages;

/// <summary>The list of links, and the forms on it that make new ones.</summary>
public sealed class LinksPages(LinkBook book, LinkTokens tokens, MakeLink make, MakeMissingLinks makeMissing, OneLinkPages one)
{
    private const int PerPage = 25;

    public async Task<IResult> ListAsync(PageVisit door, HttpContext http, CancellationToken ct)
    {
        var asked = http.Request.Query;
        var level = asked["level"].ToString();
        var page = Number(asked["page"].ToString());
        var visit = door.At("/links" + LinksAddress.Query(level, page ?? 1));
        var view = await ViewAsync(visit, http, level, page, ct);
        return Page(200, visit, view with { Made = Number(asked["made"].ToString()), Left = Number(asked["left"].ToString()) ?? 0 });
    }

    public async Task<IResult> MakeAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var level = form["level"].ToString();
        var page = Number(form["page"].ToString()) ?? 1;
        if (RoleOf(form["role"].ToString()) is not { } role)
            return await RefusedAsync(CommonProblems.Malformed(), null);
        if (LinkExpiry.Read(form).Refuse(out var expires) is { } noDay)
            return await RefusedAsync(noDay, new(role, form["subject"].ToString()));

        var address = LinksAddress.Of(visit.Campaign, level, page);
        if (form["all"].ToString() is "1")
        {
            return (await makeMissing.RunAsync(visit.Campaign, level, expires, visit.Caller, ct)).IsRefused(out var problem, out var all)
                ? await RefusedAsync(problem, null)
                : LocalAddress.SeeOther(http.Response, $"{address}&made={all.Made}&left={all.Left}");
        }

        var request = new LinkRequest(role, form["subject"].ToString().Trim(), expires);
        if ((await make.RunAsync(visit.Campaign, request, visit.Caller, ct)).IsRefused(out var invalid, out var made))
            return await RefusedAsync(invalid, request);

        // A link that is shown only once is the answer to the POST itself, because no later page can show its token.
        return LinkTokens.IsShownAgain(role)
            ? LocalAddress.SeeOther(http.Response, $"{address}&made=1")
            : one.Page(visit, http, made.Stored, made.Token, made.Stored.Link.Subject);

        async Task<IResult> RefusedAsync(Problem problem, LinkRequest? typed) =>
            Page(
                problem.Status,
                visit,
                await ViewAsync(visit, http, level, page, ct) with
                {
                    Refused = problem,
                    Typed = typed,
                    Expiry = LinkExpiry.Read(form),
                }
            );
    }

    /// <summary>The role with this word; null for an unknown word, and for voters, whose links are made with their ballot.</summary>
    private static CallerRole? RoleOf(string word) =>
        Enum.GetValues<CallerRole>()
            .Where(r => r is not CallerRole.Voter && string.Equals($"{r}", word, StringComparison.OrdinalIgnoreCase))
            .Cast<CallerRole?>()
            .FirstOrDefault();

    private async Task<LinksView> ViewAsync(PageVisit visit, HttpContext http, string level, int? page, CancellationToken ct)
    {
        var shelf = await book.ReadAsync(visit.Campaign, ct);
        var now = visit.Page.Now;
        var levels = Levels(visit, shelf);
        var isOthers = string.Equals(level, LinksAddress.Others, StringComparison.Ordinal) || levels.Count == 0;
        var group =
            isOthers ? LinksAddress.Others
            : levels.Exists(l => string.Equals(l.Id, level, StringComparison.Ordinal)) ? level
            : levels[0].Id;
        var offices = shelf.Offices.Where(o => string.Equals(o.Office.Level, group, StringComparison.Ordinal)).ToList();
        return new(
            visit.Campaign,
            group,
            levels,
            Shown.Of(offices, page, PerPage),
            Shown.Of(shelf.Others, page, PerPage),
            offices.Count(o => !o.Links.Any(l => l.IsLive(now))),
            visit.Caller.Link,
            LinkExpiry.Of(Bangkok.DateOf(LinkRules.DefaultExpiry(visit.Campaign.Definition, now)), visit.Page.English),
            stored => tokens.Again(visit.Campaign, stored) is { } token ? LinkTokens.Address(http.Request, visit.Campaign, token) : null,
            shelf.Find
        );
    }

    /// <summary>The levels that have offices, from the province down, named in the words of the programme.</summary>
    private static List<LinkLevel> Levels(PageVisit visit, LinkShelf shelf) =>
        [
            .. shelf
                .Offices.GroupBy(o => o.Office.Level, StringComparer.Ordinal)
                .OrderBy(g => g.First().Office.Code.Length)
                .Select(g => new LinkLevel(g.Key, OfficeNames.LevelOf(visit.Campaign, g.Key, visit.Page.English), g.Count())),
        ];

    private static Page<LinksPage, LinksView> Page(int status, PageVisit visit, LinksView view) => new(status, visit.Page, view);

    internal static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
