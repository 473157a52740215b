using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Links.Pages;

/// <summary>What one office gets on paper.</summary>
/// <param name="Short">The address at which the code is typed.</param>
public sealed record LinkSlip(string Office, string Address, string Short, string? Code, DateTimeOffset ExpiresAt);

/// <param name="Missing">Offices without a link that works.</param>
public sealed record SheetView(LaunchedCampaign Campaign, string Level, Shown<LinkSlip> Slips, IReadOnlyList<string> Missing);

/// <summary>Slips of all offices of a level, two sheets of paper to a page.</summary>
public sealed class SheetPages(LinkBook book, LinkTokens tokens)
{
    private const int PerPage = 16;

    public async Task<IResult> ShowAsync(PageVisit door, HttpContext http, CancellationToken ct)
    {
        var level = http.Request.Query["level"].ToString();
        var page = LinksPages.Number(http.Request.Query["page"].ToString());
        var visit = door.At("/links/sheet" + LinksAddress.Query(level, page ?? 1));

        var slips = new List<(OfficeLinks Office, StoredLink Link)>();
        var missing = new List<string>();
        foreach (
            var office in (await book.ReadAsync(visit.Campaign, ct)).Offices.Where(o =>
                string.Equals(o.Office.Level, level, StringComparison.Ordinal)
            )
        )
        {
            if (office.Links.FirstOrDefault(l => l.IsLive(visit.Page.Now)) is { } live)
                slips.Add((office, live));
            else
                missing.Add(OfficeNames.Of(visit.Campaign, level, office.Office.Name, visit.Page.English));
        }

        var shown = Shown.Of(slips, page, PerPage);
        return new Page<SheetPage, SheetView>(
            200,
            visit.Page,
            new(visit.Campaign, level, new([.. shown.Items.Select(Slip)], shown.Page, shown.Pages, shown.Total), missing)
        );

        LinkSlip Slip((OfficeLinks Office, StoredLink Link) of) =>
            new(
                OfficeNames.Of(visit.Campaign, level, of.Office.Office.Name, english: false),
                LinkTokens.Address(http.Request, visit.Campaign, tokens.Again(visit.Campaign, of.Link)!),
                LinkTokens.Short(http.Request, visit.Campaign),
                tokens.Code(visit.Campaign, of.Link),
                of.Link.Link.ExpiresAt
            );
    }
}
