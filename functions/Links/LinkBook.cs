using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Links;

/// <param name="Links">Links of the office: valid ones before revoked and expired ones, and the newest first in each part.</param>
public sealed record OfficeLinks(Office Office, IReadOnlyList<StoredLink> Links);

/// <param name="Others">Links whose holder is no office that owes something, in the same order.</param>
/// <param name="Find">Name of a place by its code.</param>
public sealed record LinkShelf(IReadOnlyList<OfficeLinks> Offices, IReadOnlyList<StoredLink> Others, Func<string, Unit?> Find);

/// <summary>All links of a campaign, beside the offices that need one.</summary>
public sealed class LinkBook(LinkStore store, ObligationLedger ledger, Places places, TimeProvider clock)
{
    public async Task<LinkShelf> ReadAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var find = await places.OfAsync(campaign, ct);
        var offices = Offices.Of(campaign, await ledger.RowsAsync(campaign, ct), find);
        return Shelve(offices, await store.AllAsync(campaign.Id, ct), find, clock.GetUtcNow());
    }

    internal static LinkShelf Shelve(
        IReadOnlyList<Office> offices,
        IEnumerable<StoredLink> links,
        Func<string, Unit?> find,
        DateTimeOffset now
    )
    {
        var codes = offices.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var sorted = links
            .OrderByDescending(l => l.IsLive(now))
            .ThenByDescending(l => l.Link.CreatedAt)
            .ToLookup(
                l => l.Link.Role is CallerRole.Officer && codes.Contains(l.Link.Subject) ? l.Link.Subject : "",
                StringComparer.Ordinal
            );
        return new([.. offices.Select(o => new OfficeLinks(o, [.. sorted[o.Code]]))], [.. sorted[""]], find);
    }
}
