using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;

namespace CddFunctions.Audit.Pages;

/// <summary>Finds the offices behind the links of entries, and with them the words for a page.</summary>
public sealed class AuditActors(LinkStore links, Places places)
{
    public async Task<AuditWords> WordsAsync(PageVisit visit, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var offices = new Dictionary<string, Unit>(StringComparer.Ordinal);
        var place = await places.OfAsync(visit.Campaign, ct);
        foreach (var by in entries.Where(e => e.Role is "officer").Select(e => e.By).Distinct(StringComparer.Ordinal))
        {
            if ((await links.FindAsync(visit.Campaign.Id, by, ct))?.Link is { } link && place(link.Subject) is { } office)
                offices[by] = office;
        }

        return new(visit.Page, visit.Campaign, offices, place);
    }
}
