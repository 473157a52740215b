using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Web;

namespace CddFunctions.Links.Pages;

/// <param name="Made">True for the page that answers the POST which made the link.</param>
/// <param name="Address">Address of the link; null when its token is not shown again.</param>
/// <param name="Short">Where <paramref name="Code"/> is typed; null for a link that has no code.</param>
public sealed record OneLinkView(
    LaunchedCampaign Campaign,
    StoredLink Stored,
    string Holder,
    bool Made,
    string? Address,
    string Short,
    string? Code
);

/// <param name="IsOwn">True when the reader signed in with this link; the page then asks twice.</param>
public sealed record RevokeView(
    LaunchedCampaign Campaign,
    StoredLink Stored,
    string Holder,
    bool IsOwn,
    bool Again,
    int OtherAdministrators
);

/// <summary>
/// The page of one link with its QR code, and its revocation: that page asks first, and twice when the reader uses the link now.
/// </summary>
public sealed class OneLinkPages(LinkStore store, Places places, LinkTokens tokens, RevokeLink revoke)
{
    private const string Sure = "1";
    private const string SureOfOwn = "own";

    public async Task<IResult> ShowAsync(PageVisit visit, string id, HttpContext http, CancellationToken ct)
    {
        return await store.FindAsync(visit.Campaign.Id, id, ct) is { } stored
            ? Page(visit, http, stored, tokens.Again(visit.Campaign, stored), await HolderAsync(visit, stored, ct), made: false)
            : Unknown(visit);
    }

    public async Task<IResult> AskAsync(PageVisit visit, string id, HttpContext http, CancellationToken ct)
    {
        return await FindAsync(visit, id, ct) is { } stored ? await AskAsync(visit, stored, again: false, ct) : Unknown(visit);
    }

    public async Task<IResult> RevokeAsync(PageVisit visit, string id, HttpContext http, CancellationToken ct)
    {
        if (await FindAsync(visit, id, ct) is not { } stored)
            return Unknown(visit);

        var sure = (await http.Request.ReadFormAsync(ct))["sure"].ToString();
        var own = IsOwn(visit, stored);
        if (!string.Equals(sure, own ? SureOfOwn : Sure, StringComparison.Ordinal))
            return await AskAsync(visit, stored, again: own && sure is Sure, ct);

        await revoke.RunAsync(visit.Campaign, id, visit.Caller, ct);
        var group = stored.Link.Role is CallerRole.Officer ? Areas.LevelOf(stored.Link.Subject) : null;
        return LocalAddress.SeeOther(http.Response, LinksAddress.Of(visit.Campaign, group ?? LinksAddress.Others));
    }

    internal IResult Page(PageVisit visit, HttpContext http, StoredLink stored, string? token, string holder, bool made = true) =>
        new Page<OneLinkPage, OneLinkView>(
            200,
            visit.Page,
            new(
                visit.Campaign,
                stored,
                holder,
                made,
                token is null ? null : LinkTokens.Address(http.Request, visit.Campaign, token),
                LinkTokens.Short(http.Request, visit.Campaign),
                tokens.Code(visit.Campaign, stored)
            )
        );

    private async Task<IResult> AskAsync(PageVisit visit, StoredLink stored, bool again, CancellationToken ct) =>
        new Page<RevokePage, RevokeView>(
            200,
            visit.Page,
            new(
                visit.Campaign,
                stored,
                await HolderAsync(visit, stored, ct),
                IsOwn(visit, stored),
                again,
                await OtherAdministratorsAsync(visit, stored, ct)
            )
        );

    /// <summary>
    /// Finds a link that may be revoked here. The link that all voters of a ballot share may not: without it the vote would end.
    /// </summary>
    private async Task<StoredLink?> FindAsync(PageVisit visit, string id, CancellationToken ct) =>
        await store.FindAsync(visit.Campaign.Id, id, ct) is { Link.Role: not CallerRole.Voter } stored ? stored : null;

    private async Task<int> OtherAdministratorsAsync(PageVisit visit, StoredLink stored, CancellationToken ct) =>
        (await store.AllAsync(visit.Campaign.Id, ct)).Count(l =>
            l.Link.Role is CallerRole.Admin && l.IsLive(visit.Page.Now) && !string.Equals(l.Id, stored.Id, StringComparison.Ordinal)
        );

    private async Task<string> HolderAsync(PageVisit visit, StoredLink stored, CancellationToken ct) =>
        LinkNames.Holder(visit.Page, visit.Campaign, stored.Link, await places.OfAsync(visit.Campaign, ct));

    private static bool IsOwn(PageVisit visit, StoredLink stored) => string.Equals(visit.Caller.Link, stored.Id, StringComparison.Ordinal);

    private static IResult Unknown(PageVisit visit) => Message.Page(404, visit.Page, t => t.UnknownLink);
}
